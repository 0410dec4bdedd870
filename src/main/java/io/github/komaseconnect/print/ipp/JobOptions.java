package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Types;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a printer for one job, as far as the printer says that it can. On the wrong paper, or in another number,
 * a letter is a wrong letter: that holds the invoice. On one side instead of two, or in grey, it is the same letter: that is
 * told, and printed.
 *
 * @param attributes of the job
 * @param warnings what the printer cannot do, and is left out
 * @param refusal what it cannot do and must
 */
public record JobOptions(List<Attribute<?>> attributes, List<Reason> warnings, Optional<Reason> refusal) {
    /** What of these wishes goes to this printer. */
    public static JobOptions of(PrintWishes wishes, PrinterFacts facts) {
        List<Attribute<?>> attributes = new ArrayList<>();
        List<Reason> warnings = new ArrayList<>();
        Optional<Reason> refusal = Optional.empty();
        if (wishes.copies().isPresent()) {
            int copies = wishes.copies().get();
            attributes.add(Types.copies.of(copies));
            if (copies > facts.mostCopies().orElse(1)) {
                refusal =
                        Optional.of(IppReasons.copies(copies, facts.mostCopies().orElse(1)));
            }
        }
        if (wishes.tray().isPresent()) {
            String tray = wishes.tray().get();
            MediaCol paper = new MediaCol();
            paper.setMediaSource(new KeywordOrName(tray));
            attributes.add(Types.mediaCol.of(paper));
            if (!facts.trays().contains(tray)) {
                refusal = Optional.of(IppReasons.tray(tray, facts.trays()));
            }
        }
        wishes.sides().ifPresent(sides -> {
            if (facts.sides().contains(sides.keyword())) {
                attributes.add(Types.sides.of(sides.keyword()));
            } else if (sides != PrintWishes.Sides.ONE) {
                warnings.add(IppReasons.oneSided());
            }
        });
        wishes.colour().ifPresent(colour -> {
            if (facts.colours().contains(colour.keyword())) {
                attributes.add(Types.printColorMode.of(colour.keyword()));
            } else {
                warnings.add(IppReasons.colour(colour));
            }
        });
        return new JobOptions(List.copyOf(attributes), List.copyOf(warnings), refusal);
    }
}
