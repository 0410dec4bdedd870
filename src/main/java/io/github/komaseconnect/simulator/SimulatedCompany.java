package io.github.komaseconnect.simulator;

/**
 * A company that has a Company ID at the simulated eConnect; what is sent to one of its ids arrives in its inbox. It is
 * reached through the platform API by a {@link SimulatedAccount}, through the PSB by a {@link SimulatedClient}, or both.
 *
 * @param companyId {@code XC} + country + digits, e.g. {@code XCNL10019}; case matters
 * @param name as eConnect shows it
 * @param cocNumber 8 digits, or empty
 * @param vatNumber e.g. {@code NL123456782B01}, or empty
 */
public record SimulatedCompany(String companyId, String name, String cocNumber, String vatNumber) {
    public SimulatedCompany {
        if (!companyId.matches("XC[A-Z]{2}[0-9]+")) {
            throw new IllegalArgumentException("a Company ID looks like XCNL10019, not " + companyId);
        }
    }

    /** How the PSB names it: {@code NL:KVK:…}, else {@code NL:VAT:…}. */
    public String partyId() {
        return cocNumber.isEmpty() ? "NL:VAT:" + vatNumber : "NL:KVK:" + cocNumber;
    }
}
