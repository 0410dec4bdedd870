package io.github.komaseconnect.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the prolog and byte order mark off a document, so that it can stand inside a SOAP message. */
final class Prolog {
    private static final int LONGEST = 512;
    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\s[^>]*\\?>\\s*");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private Prolog() {}

    /** The document in UTF-8 without its prolog; a UTF-8 document is otherwise left as it is, byte for byte. */
    static Content strip(Content document, Spool spool) throws IOException {
        Content utf8 = Utf8.withoutByteOrderMark(document);
        byte[] start = utf8.slice(0, Math.min(LONGEST, utf8.size())).bytes();
        Charset charset = charsetOf(start);
        if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
            Matcher declaration = DECLARATION.matcher(new String(start, StandardCharsets.ISO_8859_1));
            return declaration.find() ? utf8.slice(declaration.end(), utf8.size()) : utf8;
        }
        return strip(translate(utf8, charset, spool), spool);
    }

    private static Charset charsetOf(byte[] start) {
        int first = start.length > 0 ? start[0] & 0xFF : '<';
        int second = start.length > 1 ? start[1] & 0xFF : '?';
        if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE || first == 0) {
            return StandardCharsets.UTF_16;
        }
        if (second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declaration = DECLARATION.matcher(new String(start, StandardCharsets.ISO_8859_1));
        Matcher encoding = ENCODING.matcher(declaration.find() ? declaration.group() : "");
        return encoding.find() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
    }

    /** Into UTF-8, without the declaration, which would no longer be true. */
    private static Content translate(Content document, Charset charset, Spool spool) throws IOException {
        Counter counter = new Counter();
        translate(document, charset, counter);
        Spool.Region region = spool.reserve(counter.count);
        try (OutputStream out = region.writer()) {
            translate(document, charset, out);
        }
        return region;
    }

    private static void translate(Content document, Charset charset, OutputStream out) throws IOException {
        try (InputStream in = document.open();
                Reader reader = new BufferedReader(new InputStreamReader(in, charset))) {
            char[] start = new char[LONGEST];
            int count = Math.max(reader.read(start), 0);
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(DECLARATION.matcher(new String(start, 0, count)).replaceFirst(""));
            reader.transferTo(writer);
            writer.flush();
        }
    }

    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
