package io.github.komaseconnect.cli;

import io.github.komaseconnect.logging.SecretMask;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a command speaks: results to the output, what is wrong to the error stream, Dutch first, then English. Whatever
 * is written is fit for the terminal's character set and free of the installation's secrets.
 */
public final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Printable printable;
    private final Function<String, Optional<String>> person;
    private volatile SecretMask mask = new SecretMask(List::of);

    /**
     * A terminal.
     *
     * @param charset what {@code out} and {@code err} can show
     * @param person asks a question and gives the answer; empty when there is nobody to ask
     */
    public Terminal(Writer out, Writer err, Charset charset, Function<String, Optional<String>> person) {
        this.printable = new Printable(charset);
        this.out = new PrintWriter(new FittingWriter(out, printable), true);
        this.err = new PrintWriter(new FittingWriter(err, printable), true);
        this.person = person;
    }

    /** The terminal of this process. */
    public static Terminal ofThisProcess() {
        Charset charset = charset("stdout");
        return new Terminal(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset),
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset("stderr")),
                charset,
                Terminal::askConsole);
    }

    /** The Java versions name the character set of a stream differently, and those of a pipe sometimes not at all. */
    private static Charset charset(String stream) {
        return Stream.of(stream + ".encoding", "sun." + stream + ".encoding", "native.encoding")
                .map(System::getProperty)
                .filter(name -> name != null && !name.isBlank() && Charset.isSupported(name))
                .map(Charset::forName)
                .findFirst()
                .orElseGet(Charset::defaultCharset);
    }

    private static Optional<String> askConsole(String question) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", question));
    }

    /** Masks these secrets in everything said from now on. */
    public void hide(SecretMask secrets) {
        mask = secrets;
    }

    /** One line of a result. */
    public void line(String text) {
        out.println(mask.mask(printable.oneLine(text)));
    }

    /** A result in words. */
    public void say(String dutch, String english) {
        line(dutch);
        line(english);
    }

    /** What is wrong, and what to do. */
    public void complain(String dutch, String english) {
        err.println(mask.mask(printable.oneLine(dutch)));
        err.println(mask.mask(printable.oneLine(english)));
    }

    /** A table. */
    public void table(Table table) {
        table.lines(printable).forEach(this::line);
    }

    /** Asks the person at the terminal; empty when there is nobody. */
    public Optional<String> ask(String question) {
        return person.apply(printable.oneLine(question));
    }

    /** For what is printed by others, such as help. */
    public PrintWriter out() {
        return out;
    }

    /** For what is printed by others, such as help after wrong usage. */
    public PrintWriter err() {
        return err;
    }

    /** Replaces what the character set does not have. */
    private static final class FittingWriter extends FilterWriter {
        private final Printable printable;

        FittingWriter(Writer writer, Printable printable) {
            super(writer);
            this.printable = printable;
        }

        @Override
        public void write(int character) throws IOException {
            out.write(printable.encodable(Character.toString((char) character)));
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            out.write(printable.encodable(new String(buffer, offset, length)));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(printable.encodable(text.substring(offset, offset + length)));
        }
    }
}
