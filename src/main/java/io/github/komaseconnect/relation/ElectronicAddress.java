package io.github.komaseconnect.relation;

import java.util.Locale;

/**
 * Where a receiver can be reached through eConnect: a Peppol participant ({@code 0106} and {@code 12345678}) or an
 * eConnect Company ID ({@code XCNL10019}).
 *
 * @param scheme four-digit code of the ISO 6523/EAS scheme; empty for a Company ID
 * @param value the identifier within that scheme, repaired; never empty
 */
public record ElectronicAddress(String scheme, String value) {
    /** CoC (KvK) number, 8 digits. */
    public static final String COC = "0106";
    /** Dutch government organisation (OIN), 20 digits. */
    public static final String OIN = "0190";
    /** Dutch VAT number. */
    public static final String DUTCH_VAT = "9944";
    /** Belgian enterprise number. */
    public static final String BELGIAN_ENTERPRISE = "0208";
    /** Global Location Number. */
    public static final String GLN = "0088";

    public ElectronicAddress {
        if (!scheme.isEmpty() && !scheme.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("not a scheme of four digits: " + scheme);
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException("an address without a value");
        }
    }

    /** The address of an eConnect account, case-sensitive, {@code XC…}. */
    public static ElectronicAddress companyId(String companyId) {
        return new ElectronicAddress("", companyId);
    }

    /** The address that {@link #receiver} gave. */
    public static ElectronicAddress ofReceiver(String receiver) {
        int colon = receiver.indexOf(':');
        return colon < 0
                ? companyId(receiver)
                : new ElectronicAddress(receiver.substring(0, colon), receiver.substring(colon + 1));
    }

    /** What to send as receiver to eConnect: {@code 0106:12345678}, or the Company ID as it stands. */
    public String receiver() {
        return scheme.isEmpty() ? value : scheme + ":" + value;
    }

    /**
     * How eConnect's PSB names this party: {@code NL:KVK:12345678}, {@code NL:OINO:…}, {@code NL:VAT:…}, or else scheme and
     * value as {@link #receiver} has them.
     */
    public String partyId() {
        return switch (scheme) {
            case COC -> "NL:KVK:" + value;
            case OIN -> "NL:OINO:" + value;
            case DUTCH_VAT -> "NL:VAT:" + value;
            default -> receiver();
        };
    }

    /** Whether this is the address of a Dutch government organisation. */
    public boolean isOin() {
        return scheme.equals(OIN);
    }

    /** Whether both mean the same receiver; Peppol participants are compared without regard to case. */
    public boolean sameReceiver(ElectronicAddress other) {
        return key().equals(other.key());
    }

    /** Equal for equal receivers, for use in look-up tables. */
    String key() {
        return scheme.isEmpty() ? value : receiver().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return receiver();
    }
}
