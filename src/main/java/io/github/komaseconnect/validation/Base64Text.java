package io.github.komaseconnect.validation;

import java.util.Optional;

/** The text of an attachment as it comes by: how long it is, and whether it is base64; it is not kept. */
final class Base64Text {
    /** Stands for a large one that is base64. */
    private static final String RIGHT = "JVBERi0=";

    /** Stands for a large one that is not. */
    private static final String WRONG = "!";

    private final boolean open;
    private long characters;
    private long all;
    private int padding;
    private boolean right = true;

    private Base64Text(boolean open) {
        this.open = open;
    }

    /** There is no attachment here. */
    static Base64Text none() {
        return new Base64Text(false);
    }

    /** One begins. */
    static Base64Text begin() {
        return new Base64Text(true);
    }

    boolean isOpen() {
        return open;
    }

    /** The next piece of it. */
    void take(String piece) {
        all += piece.length();
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == '=') {
                padding++;
                characters++;
            } else if (c > ' ') {
                right &= padding == 0 && isDigit(c);
                characters++;
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    /** What stands for it in the tree: empty when it is small enough to stand there itself. */
    Optional<String> replacement() {
        if (!open || all <= DocumentTree.LARGEST_ATTACHMENT) {
            return Optional.empty();
        }
        return Optional.of(right && padding <= 2 && characters % 4 == 0 ? RIGHT : WRONG);
    }
}
