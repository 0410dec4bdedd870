package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a UBL invoice or credit note whose text may be not as it should: what is certain is mended on the way, and then holds
 * for what is sent too. A document with a digital signature is not mended, but refused with the reason.
 */
public final class UblText {
    private final UblReader reader;
    private final TextExamination examination = new TextExamination();

    /** @param reader how UBL is read */
    public UblText(UblReader reader) {
        this.reader = reader;
    }

    /**
     * A document that was read.
     *
     * @param repair how it is mended; empty for one that is sent as it is, and for one that is of no use
     */
    public record Read(UblReading reading, Optional<TextRepair> repair) {
        private static Read asItIs(UblReading reading) {
            return new Read(reading, Optional.empty());
        }
    }

    /**
     * Reads a file that people know by another name; it stays as it is.
     *
     * @throws IOException when the file cannot be read at all
     */
    public Read read(Path file, String name) throws IOException {
        UblReading reading = reader.read(file, name);
        boolean usable = reading instanceof UblReading.Usable;
        if (usable && examination.isPlain(file)) {
            return Read.asItIs(reading);
        }
        TextDiagnosis diagnosis = examination.examine(file, name);
        if (diagnosis instanceof TextDiagnosis.Mendable mendable) {
            UblReading mended = reader.read(file, name, mendable.repair());
            if (mended instanceof UblReading.Usable && breaksSignature(file, mendable.repair())) {
                return Read.asItIs(new UblReading.NotUsable(
                        new TextReasons(name).signed(mendable.repair().faults())));
            }
            return mended instanceof UblReading.Usable
                    ? new Read(mended, Optional.of(mendable.repair()))
                    : Read.asItIs(usable ? reading : mended);
        }
        return Read.asItIs(
                diagnosis instanceof TextDiagnosis.Doubtful doubtful
                        ? new UblReading.NotUsable(doubtful.reason())
                        : reading);
    }

    /** A byte order mark is no part of what is signed (Canonical XML); without it a signature still holds. */
    private boolean breaksSignature(Path file, TextRepair repair) throws IOException {
        boolean changes = repair.faults().stream().anyMatch(fault -> fault.kind() != TextFault.Kind.MARK);
        return changes && reader.isSigned(file, repair);
    }
}
