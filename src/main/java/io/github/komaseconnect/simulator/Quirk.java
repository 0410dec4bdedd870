package io.github.komaseconnect.simulator;

/** Ways in which the sources on the APIs disagree; each can be switched on, as a client must bear both forms. */
public enum Quirk {
    /** Answers say {@code Reciever}, as the WSDL of v3 does, instead of {@code Receiver}. */
    RECIEVER,
    /** GetAccountParties nests {@code PartyAccountDetails} twice, as in the documented sample. */
    NESTED_PARTY_DETAILS,
    /** The last page carries an empty {@code NextPage} instead of none. */
    EMPTY_NEXT_PAGE,
    /** The identity server answers 401 to a wrong client, instead of 400. */
    INVALID_CLIENT_401,
    /** Answers about hooks leave the secret of an action out. */
    HIDDEN_HOOK_SECRET
}
