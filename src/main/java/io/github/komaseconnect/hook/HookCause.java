package io.github.komaseconnect.hook;

/** The causes of alarms about hooks; a company has an alarm of its own for each. */
enum HookCause {
    /** A body, or a part of it that is needed, that cannot be read. */
    UNREADABLE("unreadable"),
    /** Something that is said of another party than the company's. */
    OTHER_PARTY("other-party"),
    /** Processing failed in a way that nobody expected. */
    UNEXPECTED("unexpected"),
    /** eConnect failed to receive an invoice for us. */
    NOT_RECEIVED("not-received"),
    /** eConnect says that its hooks do not reach us. */
    FAILING("failing"),
    /** Wrongly signed, again and again. */
    REFUSED("refused"),
    /** A mail in the hook mailbox that was left alone. */
    MAIL("mail"),
    /** The hook mailbox cannot be read. */
    MAILBOX("mailbox"),
    /** Nothing would tell of what arrives. */
    NONE("none");

    private final String word;

    HookCause(String word) {
        this.word = word;
    }

    /** What all causes of this company begin with. */
    static String all(String company) {
        return "hook/" + company + "/";
    }

    /** The cause for this company, as alarms know it. */
    String of(String company) {
        return all(company) + word;
    }
}
