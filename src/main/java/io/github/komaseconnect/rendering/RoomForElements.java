package io.github.komaseconnect.rendering;

/** How much one line of an invoice may still hold, or all that is no line: laid out, each takes memory and time. */
final class RoomForElements {
    /** Measured: 400,000 characters in one place take a minute to lay out. */
    private static final int CHARACTERS_IN_ONE_LINE = 20_000;

    private static final int CHARACTERS_ELSEWHERE = 100_000;

    /** A line with 300 properties of its item has a thousand; an invoice with 1,000 attachments has some 6,000 beside its lines. */
    private static final int ELEMENTS_IN_ONE_LINE = 2_000;

    private static final int ELEMENTS_ELSEWHERE = 10_000;

    private final int depth;
    private int elements;
    private int characters;

    private RoomForElements(int depth, int elements, int characters) {
        this.depth = depth;
        this.elements = elements;
        this.characters = characters;
    }

    /** For one line, without the lines in it. */
    static RoomForElements ofLine(int depth) {
        return new RoomForElements(depth, ELEMENTS_IN_ONE_LINE, CHARACTERS_IN_ONE_LINE);
    }

    /** For all that is no line. */
    static RoomForElements elsewhere() {
        return new RoomForElements(0, ELEMENTS_ELSEWHERE, CHARACTERS_ELSEWHERE);
    }

    /** Of the element that it is for. */
    int depth() {
        return depth;
    }

    void takeElement() throws TooMuchToRender {
        elements--;
        if (elements < 0) {
            throw new TooMuchToRender(TooMuchToRender.Of.ELEMENTS);
        }
    }

    void takeCharacters(int more) throws TooMuchToRender {
        characters -= more;
        if (characters < 0) {
            throw new TooMuchToRender(TooMuchToRender.Of.TEXT);
        }
    }
}
