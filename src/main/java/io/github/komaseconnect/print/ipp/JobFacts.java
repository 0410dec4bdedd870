package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import io.github.komaseconnect.ledger.PrintJob;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a printer says of one job.
 *
 * @param id 0 when it does not say
 * @param code of the state (RFC 8011, 5.3.7); 0 when it does not say
 * @param documents how many it has of it; empty when it does not say
 * @param begun whether it ever began to print it
 */
record JobFacts(long id, String name, int code, List<String> reasons, OptionalInt documents, Begun begun) {
    /** What a printer that cuts off names leaves at least; less may well be the name of another's job. */
    private static final int SHORTEST_PART = 16;

    /** Whether a job was ever in the state processing, by its time-at-processing (RFC 8011, 5.3.14.2). */
    enum Begun {
        /** The printer says that there is no such time. */
        NEVER,
        YES,
        NOT_SAID
    }

    /** What its name says of whose it is. */
    enum Named {
        AS_OURS,
        /** It is another's: printers that were switched off and on may number anew. */
        OTHERWISE,
        /** The printer gives no name. */
        NOT_AT_ALL
    }

    /** All jobs in an answer. */
    static List<JobFacts> all(IppPacket packet) {
        return packet.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .map(JobFacts::of)
                .toList();
    }

    private static JobFacts of(AttributeGroup group) {
        Optional<AttributeGroup> attributes = Optional.of(group);
        return new JobFacts(
                PrinterFacts.values(attributes, Types.jobId).stream()
                        .findFirst()
                        .orElse(0),
                PrinterFacts.strings(attributes, Types.jobName).stream()
                        .findFirst()
                        .orElse(""),
                PrinterFacts.values(attributes, Types.jobState).stream()
                        .findFirst()
                        .map(JobState::getCode)
                        .orElse(0),
                PrinterFacts.reasons(PrinterFacts.strings(attributes, Types.jobStateReasons)),
                PrinterFacts.values(attributes, Types.numberOfDocuments).stream()
                        .mapToInt(Integer::intValue)
                        .findFirst(),
                begun(group));
    }

    /** By its name, since a value that is no number is none of its type. Zero is what some say in place of nothing. */
    private static Begun begun(AttributeGroup group) {
        Attribute<?> time = group.get(Types.timeAtProcessing.getName());
        if (time != null && time.isNoValue()) {
            return Begun.NEVER;
        }
        return PrinterFacts.values(Optional.of(group), Types.timeAtProcessing).stream()
                        .anyMatch(seconds -> seconds != 0)
                ? Begun.YES
                : Begun.NOT_SAID;
    }

    /** Whether it is this job of ours, as far as its name tells. */
    Named isNamedAs(PrintJob job) {
        if (name.isBlank()) {
            return Named.NOT_AT_ALL;
        }
        boolean cutOff = name.length() >= SHORTEST_PART && job.name().startsWith(name);
        return cutOff || name.contains(job.mark()) ? Named.AS_OURS : Named.OTHERWISE;
    }

    boolean isCompleted() {
        return code == 9;
    }

    /** It came to its end, and the printer says that something went wrong on the way. */
    boolean hasErrors() {
        return reasons.contains("job-completed-with-errors");
    }

    boolean isGivenUp() {
        return code == 7 || code == 8;
    }

    boolean isStopped() {
        return code == 6 || reasons.contains("printer-stopped");
    }

    /** Held at the printer until somebody releases it there. */
    boolean isOnHold() {
        return code == 4 && !isIncoming();
    }

    /** It is not being printed. */
    boolean isWaiting() {
        return code == 3 || code == 4;
    }

    /** It has no document yet, and says so. */
    boolean isEmpty() {
        return (documents.isPresent() && documents.getAsInt() == 0)
                || (documents.isEmpty() && reasons.contains("job-data-insufficient"));
    }

    private boolean isIncoming() {
        return reasons.contains("job-incoming") || reasons.contains("job-data-insufficient");
    }

    /** In the printer's words. */
    String words() {
        String state =
                switch (code) {
                    case 3 -> "pending";
                    case 4 -> "pending-held";
                    case 5 -> "processing";
                    case 6 -> "processing-stopped";
                    case 7 -> "canceled";
                    case 8 -> "aborted";
                    case 9 -> "completed";
                    default -> "unknown";
                };
        return (state + " " + String.join(" ", reasons)).strip();
    }
}
