package io.github.komaseconnect.invoice;

import java.util.Objects;

/**
 * An identifier of a party as a UBL document carries it, unchecked.
 *
 * @param scheme the {@code schemeID} attribute as it stands; empty when absent
 * @param value the text, stripped; never empty
 */
public record PartyId(String scheme, String value) {
    public PartyId {
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return scheme.isEmpty() ? value : scheme + ":" + value;
    }
}
