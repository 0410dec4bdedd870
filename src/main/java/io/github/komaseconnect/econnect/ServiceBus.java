package io.github.komaseconnect.econnect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What eConnect's PSB can be asked beside sending and fetching, for one company. Calls answer as those of {@link EConnect}
 * do; of what changes something, {@code InDoubt} says that it may have been carried out.
 */
public interface ServiceBus {
    /** How far a sent document came, oldest first as eConnect gives it; to be asked sparingly. Refused when it is not known. */
    Reply<List<DocumentStatus>> statuses(String documentId);

    /**
     * Whether one of these ids of a receiver can be reached.
     *
     * @param receivers every id known of it, such as {@code 0106:12345678}
     * @param documentTypeId the kind of document it is to get; empty: whether it is registered at all
     * @return empty when none can be reached
     */
    Reply<Optional<Recipient>> recipient(List<String> receivers, Optional<String> documentTypeId);

    /** The hooks of the company. */
    Reply<List<Hook>> hooks();

    /** Makes a hook, or changes the one that has this id; gives it as eConnect has it now. */
    Reply<Hook> putHook(Hook hook);

    /** Removes a hook; one that is gone is no trouble. */
    Reply<String> deleteHook(String id);

    /** Has eConnect send an event to the company's hooks, to try them. */
    Reply<String> ping();

    /** Removes a received document at eConnect, once it is safe here; one that is gone is no trouble. */
    Reply<String> deleteReceived(String documentId);

    /**
     * One step on the way of a sent document.
     *
     * @param name such as {@code InvoiceSent}
     * @param description may be empty
     * @param createdOn when, by eConnect's clock; {@link Instant#EPOCH} when it does not say
     */
    record DocumentStatus(String id, String name, String description, Instant createdOn) {}

    /**
     * A receiver that can be reached.
     *
     * @param id the one of its ids under which it is registered, as eConnect writes it
     * @param channel such as {@code peppol}; may be empty
     */
    record Recipient(String id, String channel, String description) {}

    /**
     * An address that eConnect tells of events.
     *
     * @param id of our choice for a new one
     * @param action {@code https://host/path#secret} or {@code mailto:…}; never to be shown: it holds the secret
     * @param filter may be empty
     * @param state whether events go there
     */
    record Hook(String id, String name, String action, List<String> topics, String filter, State state) {
        public Hook {
            topics = List.copyOf(topics);
        }

        /** Whether events go to a hook. */
        public enum State {
            ACTIVE,
            INACTIVE
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Hook " + id + " " + name + " " + topics + " " + state;
        }
    }
}
