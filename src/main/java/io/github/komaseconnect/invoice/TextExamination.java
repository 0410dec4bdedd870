package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what the text of a document really is, where that is not what it says. Certain is only what the bytes themselves
 * prove:
 *
 * <ul>
 *   <li>UTF-8, when all bytes are UTF-8 and some character takes more than one: no text of single bytes looks like that.
 *   <li>UTF-16, by its byte order mark or its first character, when every byte decodes.
 *   <li>Windows-1252, when the bytes cannot be UTF-8, no character of UTF-8 is among them, each exists in Windows-1252, and
 *       what stands where rather another encoding would put it is outweighed ({@link ByteLook#isUnlikelyWindows}).
 *   <li>That a control character may go: see {@link ControlSigns}.
 * </ul>
 *
 * Streams; safe for several threads.
 */
public final class TextExamination {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Of these a program's author thinks that they are what Windows writes; single bytes all. */
    private static final Set<String> WESTERN = Set.of("ISO-8859-1", "ISO-8859-15", "US-ASCII", "WINDOWS-1252");

    /**
     * Whether a document that an XML reader accepts is UTF-8 as XML wants it, by its beginning, and has no control character
     * that XML allows: most are, and need no examination.
     */
    public boolean isPlain(Path file) throws IOException {
        return TextBeginning.of(file).isPlain() && !HiddenControls.mayBeIn(file);
    }

    /**
     * Examines a document, to its end.
     *
     * @param name what reasons call it
     * @throws IOException when it cannot be read at all
     */
    public TextDiagnosis examine(Path file, String name) throws IOException {
        TextBeginning beginning = TextBeginning.of(file);
        TextReasons reasons = new TextReasons(name);
        Encoding found =
                switch (beginning.look()) {
                    case UTF_32 -> Encoding.unknown();
                    case UTF_16LE -> Encoding.of(StandardCharsets.UTF_16LE, List.of(TextReasons.utf16()));
                    case UTF_16BE -> Encoding.of(StandardCharsets.UTF_16BE, List.of(TextReasons.utf16()));
                    case BYTES -> ofBytes(file, beginning, reasons);
                };
        if (found.doubt().isPresent()) {
            return new TextDiagnosis.Doubtful(found.doubt().get());
        }
        if (found.charset().isEmpty()) {
            return new TextDiagnosis.AsItIs();
        }
        return withControls(file, beginning, found, reasons);
    }

    /**
     * @param charset what the bytes are; empty when they are read as the document says
     * @param doubt why it is not certain
     */
    private record Encoding(Optional<Charset> charset, List<TextFault> faults, Optional<Reason> doubt) {
        static Encoding of(Charset charset, List<TextFault> faults) {
            return new Encoding(Optional.of(charset), faults, Optional.empty());
        }

        static Encoding unknown() {
            return new Encoding(Optional.empty(), List.of(), Optional.empty());
        }

        static Encoding doubtful(Reason reason) {
            return new Encoding(Optional.empty(), List.of(), Optional.of(reason));
        }
    }

    private static Encoding ofBytes(Path file, TextBeginning beginning, TextReasons reasons) throws IOException {
        ByteLook look;
        try (InputStream in = SafeXml.bytes(file)) {
            in.skipNBytes(beginning.markLength());
            look = ByteLook.at(in);
        }
        List<TextFault> faults = new ArrayList<>();
        if (beginning.markLength() > 0) {
            faults.add(TextReasons.mark());
        }
        String declared = beginning.declared().orElse("UTF-8");
        if (beginning.saysUtf8() || beginning.markLength() > 0) {
            if (!look.isUtf8()) {
                return windows(look, declared, faults, reasons);
            }
            if (!beginning.saysUtf8()) {
                faults.add(TextReasons.declared(declared));
            }
            return Encoding.of(StandardCharsets.UTF_8, faults);
        }
        return declaredOtherwise(look, declared, faults, reasons);
    }

    private static Encoding declaredOtherwise(
            ByteLook look, String declared, List<TextFault> faults, TextReasons reasons) {
        Optional<Charset> known = known(declared);
        String name =
                known.map(charset -> charset.name().toUpperCase(Locale.ROOT)).orElse("");
        boolean cannotBe = name.startsWith("UTF-16") || name.startsWith("UTF-32");
        boolean western = WESTERN.contains(name);
        boolean provenUtf8 = look.isUtf8() && look.hasSequences();
        if (provenUtf8
                        && (cannotBe
                                || known.map(TextExamination::isOfSingleBytes).orElse(true))
                || cannotBe && look.isUtf8()) {
            faults.add(TextReasons.declared(declared));
            return Encoding.of(StandardCharsets.UTF_8, faults);
        }
        boolean fits = known.isPresent() && !cannotBe && fits(look, name);
        if (known.isPresent() && !fits && !cannotBe && !western) {
            return Encoding.doubtful(reasons.misfit(look.firstBad(), declared));
        }
        if (fits || known.isEmpty()) {
            // an encoding that nobody knows is said to be so when the document is read
            return known.isEmpty() ? Encoding.unknown() : Encoding.of(known.get(), faults);
        }
        return windows(look, declared, faults, reasons);
    }

    /** Whether nothing speaks against what is declared; what does not decode is said when the document is read. */
    private static boolean fits(ByteLook look, String name) {
        return switch (name) {
            case "US-ASCII" -> !look.hasHigh();
            default -> !name.startsWith("ISO-8859-") || !look.hasControls();
        };
    }

    /** What takes several bytes for a character, as in East Asia, may look like UTF-8 by chance. */
    private static boolean isOfSingleBytes(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Encoding windows(ByteLook look, String declared, List<TextFault> faults, TextReasons reasons) {
        if (look.hasSequences()) {
            return Encoding.doubtful(reasons.mixed(look.firstBad()));
        }
        if (look.hasUndefined()) {
            return Encoding.doubtful(reasons.undefined(look.firstBad(), declared));
        }
        if (look.isUnlikelyWindows()) {
            return Encoding.doubtful(reasons.unlikely(look.firstOdd(), declared));
        }
        faults.add(TextReasons.windows(declared));
        return Encoding.of(WINDOWS, faults);
    }

    private static TextDiagnosis withControls(Path file, TextBeginning beginning, Encoding found, TextReasons reasons)
            throws IOException {
        Charset charset = found.charset().orElseThrow();
        ControlFilter filter = new ControlFilter(Nowhere.INSTANCE);
        try (Reader text = TextRepair.decoded(file, charset, beginning.markLength())) {
            char[] buffer = new char[8 * 1024];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    filter.take(buffer[i]);
                }
            }
            filter.end();
        } catch (EncodingFault damaged) {
            // it is not whole in any encoding; who reads it says where
            return new TextDiagnosis.AsItIs();
        }
        if (filter.doubtful() > 0) {
            return new TextDiagnosis.Doubtful(
                    ControlSigns.isHidden(filter.doubtfulSign())
                            ? reasons.hidden(filter.doubtful(), filter.doubtfulWhere())
                            : reasons.control(filter.doubtful(), filter.doubtfulWhere()));
        }
        List<TextFault> faults = new ArrayList<>(found.faults());
        if (filter.taken() > 0) {
            faults.add(TextReasons.controls(filter.taken(), filter.firstTaken()));
        }
        return faults.isEmpty()
                ? new TextDiagnosis.AsItIs()
                : new TextDiagnosis.Mendable(new TextRepair(charset, beginning.markLength(), faults));
    }

    /** Keeps nothing. */
    private enum Nowhere implements Appendable {
        INSTANCE;

        @Override
        public Appendable append(CharSequence text) {
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            return this;
        }

        @Override
        public Appendable append(char c) {
            return this;
        }
    }
}
