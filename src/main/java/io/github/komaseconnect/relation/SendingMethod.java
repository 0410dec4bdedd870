package io.github.komaseconnect.relation;

/** How an invoice reaches its customer (Komas: relation card, Factuurgegevens, "gewenste verzendmethode"). */
public enum SendingMethod {
    PEPPOL("Peppol"),
    EMAIL("e-mail"),
    PRINT("print");

    private final String word;

    SendingMethod(String word) {
        this.word = word;
    }

    /** The word in sentences, the same in Dutch and English. */
    public String word() {
        return word;
    }

    /** The word in commands and configuration: {@code peppol}, {@code email}, {@code print}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
