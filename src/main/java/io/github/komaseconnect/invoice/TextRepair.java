package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.io.BufferedWriter;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document is written anew whose text is not as XML or its own declaration wants it: in UTF-8 without byte order mark,
 * declared as such, without control characters. Everything else stays as it is. The same bytes give the same document,
 * always. Made by {@link TextExamination}, where it is certain.
 */
public final class TextRepair {
    private static final int DECLARATION_ROOM = 1024;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

    private final Charset charset;
    private final int markLength;
    private final List<TextFault> faults;

    /**
     * @param charset what the bytes really are
     * @param markLength bytes of the byte order mark, which are left out
     */
    TextRepair(Charset charset, int markLength, List<TextFault> faults) {
        this.charset = charset;
        this.markLength = markLength;
        this.faults = List.copyOf(faults);
    }

    /** What is mended, in the order in which it is told; never empty. */
    public List<TextFault> faults() {
        return faults;
    }

    /** What is said of a document that is mended in what is sent. */
    public Reason told(String name) {
        return TextReasons.mended(name, faults);
    }

    /** Writes the mended document. */
    public void writeTo(Path original, OutputStream out) throws IOException {
        Writer utf8 = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try (Reader mended = over(original)) {
            mended.transferTo(utf8);
        }
        utf8.flush();
    }

    /** The characters of the mended document; the caller closes it. */
    Reader over(Path original) throws IOException {
        return new Filtered(declared(decoded(original, charset, markLength)));
    }

    /** The characters of a document as these bytes are, the mark left out, before anything else is mended. */
    static Reader decoded(Path original, Charset charset, int markLength) throws IOException {
        InputStream in = SafeXml.bytes(original);
        try {
            in.skipNBytes(markLength);
            return new StrictReader(in, charset);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The encoding that is declared becomes UTF-8, unless it is. */
    private static Reader declared(Reader text) throws IOException {
        char[] start = new char[DECLARATION_ROOM];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
                read = text.read(start, length, start.length - length);
            }
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
        String beginning = new String(start, 0, length);
        Matcher declaration = DECLARED.matcher(beginning);
        if (declaration.find() && !declaration.group(1).equalsIgnoreCase("UTF-8")) {
            beginning =
                    beginning.substring(0, declaration.start(1)) + "UTF-8" + beginning.substring(declaration.end(1));
        }
        return new Prefixed(beginning, text);
    }

    /** Some characters, then the rest. */
    private static final class Prefixed extends FilterReader {
        private final String prefix;
        private int at;

        Prefixed(String prefix, Reader rest) {
            super(rest);
            this.prefix = prefix;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            int left = Math.min(count, prefix.length() - at);
            if (left <= 0) {
                return in.read(target, offset, count);
            }
            prefix.getChars(at, at + left, target, offset);
            at += left;
            return left;
        }
    }

    /** Without control characters. */
    private static final class Filtered extends FilterReader {
        private final StringBuilder ready = new StringBuilder();
        private final ControlFilter filter = new ControlFilter(ready);
        private final char[] buffer = new char[8 * 1024];
        private int at;
        private boolean ended;

        Filtered(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            while (at == ready.length() && !ended) {
                fill();
            }
            int taken = Math.min(count, ready.length() - at);
            if (taken == 0 && ended) {
                return -1;
            }
            ready.getChars(at, at + taken, target, offset);
            at += taken;
            return taken;
        }

        private void fill() throws IOException {
            ready.setLength(0);
            at = 0;
            int read = in.read(buffer, 0, buffer.length);
            for (int i = 0; i < read; i++) {
                filter.take(buffer[i]);
            }
            if (read < 0) {
                filter.end();
                ended = true;
            }
        }
    }
}
