package io.github.komaseconnect.company;

/**
 * By which of eConnect's two ways a company sends and receives, and what the work has to know of each before it asks
 * anything. Everything else about a gateway is its own affair.
 */
public enum Gateway {
    /** The platform API: connection keys and a Company ID. */
    PLATFORM(Lists.INBOX_AND_OUTBOX, Doubt.LOOKED_UP),
    /** The Procurement Service Bus: a client and a party id. What arrives is told by hooks. */
    PSB(Lists.NONE, Doubt.REPEATED);

    private final Lists lists;
    private final Doubt doubt;

    Gateway(Lists lists, Doubt doubt) {
        this.lists = lists;
        this.doubt = doubt;
    }

    private enum Lists {
        INBOX_AND_OUTBOX,
        NONE
    }

    private enum Doubt {
        LOOKED_UP,
        REPEATED
    }

    /** Whether it can be asked what lies in the inbox and in the outbox. */
    public boolean hasLists() {
        return lists == Lists.INBOX_AND_OUTBOX;
    }

    /**
     * Whether it recognises a document by the id that we gave it: what is in doubt is then cleared up by sending it again
     * under the same id, and not by looking for it.
     */
    public boolean recognisesRepeats() {
        return doubt == Doubt.REPEATED;
    }

    /** What the end of the name of an archived message is, of the kind that it sends. */
    public String messageExtension() {
        return switch (this) {
            case PLATFORM -> ".xml";
            case PSB -> ".http";
        };
    }

    /** The same of an archived answer. */
    public String answerExtension() {
        return switch (this) {
            case PLATFORM -> ".xml";
            case PSB -> ".json";
        };
    }

    /** Whether it can be asked if a receiver can be reached; else only sending shows it. */
    public boolean tellsWhoIsReached() {
        return this == PSB;
    }

    /** What people call it; the same in both languages. */
    public String word() {
        return switch (this) {
            case PLATFORM -> "platform";
            case PSB -> "PSB";
        };
    }
}
