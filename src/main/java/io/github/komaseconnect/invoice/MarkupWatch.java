package io.github.komaseconnect.invoice;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Sees to it that no single tag, instruction, declaration or reference is longer than a bound. The parser keeps each of
 * them in memory as a whole, so that one name of 100 MB would take all there is; texts, CDATA and comments it does not
 * keep, and they may be as long as they like.
 */
final class MarkupWatch {
    /** No entity that XML has by itself has a longer name. */
    private static final int LONGEST_REFERENCE = 1000;

    private final int longest;
    private State state = State.TEXT;
    private int length;
    private char quote;
    private int endMarks;

    private enum State {
        TEXT,
        REFERENCE,
        OPENED,
        TAG,
        QUOTED,
        EXCLAMATION,
        DECLARATION,
        INSTRUCTION,
        COMMENT,
        CDATA
    }

    /** Something in the document is longer than anybody needs. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(String what, int longest) {
            super(what + " is longer than " + longest + " characters");
        }
    }

    /** @param longest characters of one piece of markup */
    MarkupWatch(int longest) {
        this.longest = longest;
    }

    /** The same characters, watched. */
    static Reader over(Reader characters, int longest) {
        MarkupWatch watch = new MarkupWatch(longest);
        return new Reader() {
            @Override
            public int read(char[] target, int offset, int count) throws IOException {
                int read = characters.read(target, offset, count);
                for (int i = offset; i < offset + read; i++) {
                    watch.take(target[i]);
                }
                return read;
            }

            @Override
            public void close() throws IOException {
                characters.close();
            }
        };
    }

    /** The same bytes, watched: in all encodings that XML usually comes in, markup is in ASCII, in UTF-16 with zeros. */
    static InputStream over(InputStream bytes, int longest) {
        MarkupWatch watch = new MarkupWatch(longest);
        return new FilterInputStream(bytes) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                if (read > 0) {
                    watch.take((char) read);
                }
                return read;
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                int read = in.read(target, offset, count);
                for (int i = offset; i < offset + read; i++) {
                    if (target[i] != 0) {
                        watch.take((char) (target[i] & 0xFF));
                    }
                }
                return read;
            }
        };
    }

    private void take(char c) throws TooLong {
        switch (state) {
            case TEXT -> text(c);
            case REFERENCE -> reference(c);
            case OPENED -> enter(c == '!' ? State.EXCLAMATION : c == '?' ? State.INSTRUCTION : State.TAG, c);
            case TAG -> tag(c);
            case QUOTED -> quoted(c);
            case EXCLAMATION -> enter(c == '-' ? State.COMMENT : c == '[' ? State.CDATA : State.DECLARATION, c);
            case DECLARATION -> until(c, c == '>');
            case INSTRUCTION -> instruction(c);
            case COMMENT -> section(c, '-');
            case CDATA -> section(c, ']');
        }
    }

    private void text(char c) {
        if (c == '<' || c == '&') {
            enter(c == '<' ? State.OPENED : State.REFERENCE, c);
            length = 0;
        }
    }

    /** A tag can end with the very character that makes it one: {@code <>}. */
    private void enter(State next, char c) {
        state = next == State.TAG && c == '>' ? State.TEXT : next;
        endMarks = 0;
    }

    private void reference(char c) throws TooLong {
        if (c == '<') {
            text(c);
        } else if (c == ';' || c <= ' ') {
            state = State.TEXT;
        } else if (++length > LONGEST_REFERENCE) {
            throw new TooLong("a reference", LONGEST_REFERENCE);
        }
    }

    private void tag(char c) throws TooLong {
        if (c == '"' || c == '\'') {
            state = State.QUOTED;
            quote = c;
        }
        until(c, c == '>');
    }

    private void quoted(char c) throws TooLong {
        if (c == quote) {
            state = State.TAG;
        }
        until(c, false);
    }

    private void instruction(char c) throws TooLong {
        boolean ends = c == '>' && endMarks > 0;
        endMarks = c == '?' ? 1 : 0;
        until(c, ends);
    }

    private void until(char c, boolean end) throws TooLong {
        if (end) {
            state = State.TEXT;
        } else if (++length > longest) {
            throw new TooLong("a tag", longest);
        }
    }

    /** {@code -->} or {@code ]]>} ends it. */
    private void section(char c, char mark) {
        if (c == mark) {
            endMarks++;
        } else if (c == '>' && endMarks >= 2) {
            state = State.TEXT;
        } else {
            endMarks = 0;
        }
    }
}
