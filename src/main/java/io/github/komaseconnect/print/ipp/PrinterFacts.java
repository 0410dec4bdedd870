package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kotlin.ranges.IntRange;

/**
 * What a printer says of itself. What it does not say is empty.
 *
 * @param name how it calls itself
 * @param operations codes of the operations that it knows
 * @param formats media types that it prints
 * @param mostCopies the most copies of one job
 * @param trays sources of paper
 * @param stateReasons why it does not print, or will not for long; without {@code none}
 */
public record PrinterFacts(
        String name,
        List<Integer> operations,
        List<String> formats,
        OptionalInt mostCopies,
        List<String> sides,
        List<String> trays,
        List<String> colours,
        Accepting accepting,
        State state,
        List<String> stateReasons) {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST = 120;

    /** Whether it takes jobs now. */
    public enum Accepting {
        YES,
        NO
    }

    /** What it does. */
    public enum State {
        IDLE,
        PRINTING,
        STOPPED,
        NOT_SAID
    }

    /** The attributes to ask for. */
    static List<AttributeType<?>> attributes() {
        return List.of(
                Types.printerMakeAndModel,
                Types.printerInfo,
                Types.operationsSupported,
                Types.documentFormatSupported,
                Types.copiesSupported,
                Types.sidesSupported,
                Types.mediaSourceSupported,
                Types.printColorModeSupported,
                Types.printerIsAcceptingJobs,
                Types.printerState,
                Types.printerStateReasons);
    }

    /** Reads them from an answer, whatever is in it. */
    static PrinterFacts of(IppPacket packet) {
        Optional<AttributeGroup> group = Optional.ofNullable(packet.get(Tag.printerAttributes));
        List<String> names = strings(group, Types.printerMakeAndModel);
        return new PrinterFacts(
                names.isEmpty()
                        ? strings(group, Types.printerInfo).stream().findFirst().orElse("")
                        : names.get(0),
                values(group, Types.operationsSupported).stream()
                        .map(Operation::getCode)
                        .toList(),
                strings(group, Types.documentFormatSupported),
                values(group, Types.copiesSupported).stream()
                        .mapToInt(IntRange::getEndInclusive)
                        .max(),
                strings(group, Types.sidesSupported),
                strings(group, Types.mediaSourceSupported),
                strings(group, Types.printColorModeSupported),
                values(group, Types.printerIsAcceptingJobs).contains(false) ? Accepting.NO : Accepting.YES,
                values(group, Types.printerState).stream()
                        .findFirst()
                        .map(PrinterFacts::state)
                        .orElse(State.NOT_SAID),
                reasons(strings(group, Types.printerStateReasons)));
    }

    private static State state(PrinterState state) {
        return switch (state.getCode()) {
            case 3 -> State.IDLE;
            case 4 -> State.PRINTING;
            case 5 -> State.STOPPED;
            default -> State.NOT_SAID;
        };
    }

    static List<String> reasons(List<String> keywords) {
        return keywords.stream().filter(keyword -> !keyword.equals("none")).toList();
    }

    static <T> List<T> values(Optional<AttributeGroup> group, AttributeType<T> type) {
        return group.map(attributes -> attributes.getValues(type)).orElse(List.of()).stream()
                .limit(MOST_VALUES)
                .toList();
    }

    static List<String> strings(Optional<AttributeGroup> group, AttributeType<?> type) {
        List<String> texts = new ArrayList<>();
        for (String text : group.map(attributes -> attributes.getStrings(type)).orElse(List.of())) {
            if (texts.size() < MOST_VALUES) {
                texts.add(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        return List.copyOf(texts);
    }

    /** Whether it can be given PDFs. */
    public boolean printsPdf() {
        return formats.contains("application/pdf");
    }

    /** Whether it gives a job a number before the document goes. */
    boolean createsJobs() {
        return operations.contains(Operation.createJob.getCode())
                && operations.contains(Operation.sendDocument.getCode());
    }
}
