package io.github.komaseconnect.invoice;

import java.io.IOException;

/**
 * Takes control characters out of a document where that is certain, whether they are there by themselves or by a reference
 * such as {@code &#2;}. Everything else passes as it is, character by character, whatever the length of the document.
 */
final class ControlFilter {
    /** {@code &#x0000001F;} and some zeros more; a longer one is no reference to a control character. */
    private static final int LONGEST_REFERENCE = 16;

    private static final int LONGEST_NAME = 100;

    private final Appendable out;
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder reference = new StringBuilder();
    private State state = State.TEXT;
    /** Where a reference is: in text or in an attribute. */
    private State around = State.TEXT;

    private char quote;
    private int marks;
    private boolean named;
    private boolean closing;
    private char last;
    /** Local name of the element whose start tag came last; empty after an end tag. */
    private String element = "";

    private int depth;
    private boolean rootSeen;
    private long line = 1;
    private long taken;
    private long firstTaken;
    private long doubtful;
    private String doubtfulWhere = "";
    private int doubtfulSign;

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

    /** @param out gets what is left */
    ControlFilter(Appendable out) {
        this.out = out;
    }

    void take(char c) throws IOException {
        if (c == '\n') {
            line++;
        }
        if (ControlSigns.isOne(c)) {
            if (!goes(c, state == State.TEXT || state == State.CDATA)) {
                out.append(c);
            }
            return;
        }
        if (state == State.REFERENCE) {
            reference(c);
            return;
        }
        if ((state == State.TEXT || state == State.QUOTED) && c == '&') {
            around = state;
            state = State.REFERENCE;
            reference.setLength(0);
            reference.append(c);
            return;
        }
        markup(c);
        out.append(c);
    }

    /** Nothing follows any more. */
    void end() throws IOException {
        out.append(reference);
        reference.setLength(0);
    }

    /** Whether this one may go; what takes its place is written. */
    private boolean goes(int sign, boolean inText) throws IOException {
        boolean after = rootSeen && depth == 0 && state == State.TEXT;
        boolean certain = after
                || ControlSigns.isIdle(sign) && (state == State.COMMENT || inText && ControlSigns.isText(element));
        if (!certain) {
            if (doubtful == 0) {
                doubtful = line;
                doubtfulWhere = inText ? element : "";
                doubtfulSign = sign;
            }
            return false;
        }
        out.append(after ? "" : ControlSigns.instead(sign));
        taken++;
        firstTaken = firstTaken == 0 ? line : firstTaken;
        return true;
    }

    private void reference(char c) throws IOException {
        reference.append(c);
        boolean broken = c == '<' || around == State.QUOTED && c == quote;
        if (c != ';' && !broken && reference.length() < LONGEST_REFERENCE) {
            return;
        }
        state = around;
        int sign = c == ';' ? sign(reference) : -1;
        if (sign < 0 || !ControlSigns.isOne(sign) || !goes(sign, around == State.TEXT)) {
            out.append(reference);
            if (broken) {
                markup(c);
            }
        }
        reference.setLength(0);
    }

    /** The character that a numeric reference stands for; -1 for any other. */
    private static int sign(CharSequence reference) {
        String text = reference.toString();
        try {
            if (text.startsWith("&#x")) {
                return Integer.parseInt(text.substring(3, text.length() - 1), 16);
            }
            return text.startsWith("&#") ? Integer.parseInt(text.substring(2, text.length() - 1)) : -1;
        } catch (NumberFormatException other) {
            return -1;
        }
    }

    private void markup(char c) {
        switch (state) {
            case TEXT -> state = c == '<' ? State.OPENED : State.TEXT;
            case OPENED -> opened(c);
            case TAG -> tag(c);
            case QUOTED -> state = c == quote ? State.TAG : State.QUOTED;
            case EXCLAMATION -> {
                state = c == '-' ? State.COMMENT : c == '[' ? State.CDATA : State.DECLARATION;
                marks = 0;
            }
            case DECLARATION -> state = c == '>' ? State.TEXT : State.DECLARATION;
            case INSTRUCTION -> {
                state = c == '>' && marks > 0 ? State.TEXT : State.INSTRUCTION;
                marks = c == '?' ? 1 : 0;
            }
            case COMMENT -> section(c, '-');
            case CDATA -> section(c, ']');
            case REFERENCE -> throw new IllegalStateException("a reference is taken as a whole");
        }
    }

    private void opened(char c) {
        marks = 0;
        if (c == '!') {
            state = State.EXCLAMATION;
        } else if (c == '?') {
            state = State.INSTRUCTION;
        } else {
            state = State.TAG;
            name.setLength(0);
            named = false;
            closing = c == '/';
            if (!closing) {
                tag(c);
            }
        }
    }

    private void tag(char c) {
        if (c == '>') {
            state = State.TEXT;
            ended(last == '/' && !closing);
        } else if (c == '"' || c == '\'') {
            state = State.QUOTED;
            quote = c;
        } else if (c == ':' && !named) {
            name.setLength(0);
        } else if (c <= ' ' || c == '/') {
            named = true;
        } else if (!named && name.length() < LONGEST_NAME) {
            name.append(c);
        }
        last = c;
    }

    private void ended(boolean empty) {
        depth += closing ? -1 : empty ? 0 : 1;
        rootSeen = true;
        element = closing || empty ? "" : name.toString();
    }

    private void section(char c, char mark) {
        if (c == mark) {
            marks++;
        } else if (c == '>' && marks >= 2) {
            state = State.TEXT;
        } else {
            marks = 0;
        }
    }

    /** How many went. */
    long taken() {
        return taken;
    }

    /** Line of the first that went, from 1. */
    long firstTaken() {
        return firstTaken;
    }

    /** Line of the first of which it is not certain that it may go; 0 when there is none. */
    long doubtful() {
        return doubtful;
    }

    /** Which character that is. */
    int doubtfulSign() {
        return doubtfulSign;
    }

    /** The element that it is in; empty when it is in none, or in markup. */
    String doubtfulWhere() {
        return doubtfulWhere;
    }
}
