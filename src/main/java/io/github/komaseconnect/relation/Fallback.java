package io.github.komaseconnect.relation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what an invoice may go to a customer who turned out not to be on Peppol. */
public enum Fallback {
    /** By nothing: the invoice is held. */
    NONE("none", List.of()),
    EMAIL("email", List.of(SendingMethod.EMAIL)),
    PRINT("print", List.of(SendingMethod.PRINT)),
    /** By e-mail when there is an address that can be used, else by print. */
    EMAIL_ELSE_PRINT("email,print", List.of(SendingMethod.EMAIL, SendingMethod.PRINT));

    private final String key;
    private final List<SendingMethod> methods;

    Fallback(String key, List<SendingMethod> methods) {
        this.key = key;
        this.methods = methods;
    }

    /** The word in the configuration: {@code none}, {@code email}, {@code print} or {@code email,print}. */
    public String key() {
        return key;
    }

    /** The methods in the order in which they are considered. */
    public List<SendingMethod> methods() {
        return methods;
    }

    /** The fallback that goes by these methods in this order. */
    static Optional<Fallback> of(List<SendingMethod> methods) {
        return Arrays.stream(values())
                .filter(fallback -> fallback.methods.equals(methods))
                .findFirst();
    }

    /** The words of the configuration; blanks and case are free. */
    public static Optional<Fallback> byKey(String text) {
        String word = text.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
        return Arrays.stream(values())
                .filter(fallback -> fallback.key.equals(word))
                .findFirst();
    }

    /** All words of the configuration, for texts. */
    public static String keys() {
        return Arrays.stream(values()).map(Fallback::key).collect(Collectors.joining(" | "));
    }
}
