package io.github.komaseconnect.explanation;

/** The same in both languages. */
public record Words(String dutch, String english) {
    /** Something that needs no translation, such as a name or an address. */
    static Words same(String text) {
        return new Words(text, text);
    }

    /** Whether both are the same, so that one is enough. */
    public boolean alike() {
        return dutch.equals(english);
    }
}
