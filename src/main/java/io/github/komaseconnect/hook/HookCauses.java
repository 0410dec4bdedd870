package io.github.komaseconnect.hook;

/** The causes of alarms about hooks, each for one company. */
final class HookCauses {
    private HookCauses() {}

    static String all(String company) {
        return "hook/" + company + "/";
    }

    /** A body, or a part of it that is needed, that cannot be read. */
    static String unreadable(String company) {
        return all(company) + "unreadable";
    }

    static String unexpected(String company) {
        return all(company) + "unexpected";
    }

    /** eConnect failed to receive an invoice for us. */
    static String notReceived(String company) {
        return all(company) + "not-received";
    }

    /** eConnect says that its hooks do not reach us. */
    static String failing(String company) {
        return all(company) + "failing";
    }

    /** Wrongly signed, again and again. */
    static String refused(String company) {
        return all(company) + "refused";
    }

    /** A mail in the hook mailbox that was left alone. */
    static String mail(String company) {
        return all(company) + "mail";
    }

    /** The hook mailbox cannot be read. */
    static String mailbox(String company) {
        return all(company) + "mailbox";
    }

    /** Nothing would tell of what arrives. */
    static String none(String company) {
        return all(company) + "none";
    }
}
