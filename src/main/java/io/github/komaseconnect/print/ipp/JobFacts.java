package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a printer says of one job.
 *
 * @param id 0 when it does not say
 * @param code of the state (RFC 8011, 5.3.7); 0 when it does not say
 * @param documents how many it has of it; empty when it does not say
 */
record JobFacts(long id, String name, int code, List<String> reasons, OptionalInt documents) {
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
                        .findFirst());
    }

    boolean isCompleted() {
        return code == 9;
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
