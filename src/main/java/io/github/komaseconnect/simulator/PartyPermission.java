package io.github.komaseconnect.simulator;

/** What a client of the PSB may do for a party. */
public enum PartyPermission {
    /** Look receivers up, send, and follow what was sent. */
    CAN_SEND_DOCUMENT("canSendDocument"),
    /** Download what was received. */
    CAN_RECEIVE_DOCUMENT("canReceiveDocument"),
    /** Remove what was received. */
    CAN_REMOVE_DOCUMENT("canRemoveDocument"),
    /** List, make, change and remove hooks. */
    CAN_MANAGE_HOOK("canManageHook"),
    /** Answer suppliers. */
    CAN_CHANGE_DOCUMENT_STATUS("canChangeDocumentStatus");

    private final String wireName;

    PartyPermission(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in {@code /me/party}. */
    public String wireName() {
        return wireName;
    }
}
