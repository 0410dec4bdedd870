package io.github.komaseconnect.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A buyer's answer to an invoice.
 *
 * @param status AB received, IP in process, UQ under query, CA conditionally accepted, RE rejected, AP accepted, PD paid
 * @param reasons text by reason code, such as {@code REF}
 * @param actions text by action code, such as {@code NIN}
 * @param note may be empty
 */
public record InvoiceResponse(String status, Map<String, String> reasons, Map<String, String> actions, String note) {
    /** Statuses that a reason must go with. */
    static final Set<String> TO_BE_EXPLAINED = Set.of("UQ", "CA", "RE");

    static final Set<String> STATUSES = Set.of("AB", "IP", "UQ", "CA", "RE", "AP", "PD");
    static final Set<String> REASONS =
            Set.of("NON", "REF", "LEG", "REC", "QUA", "DEL", "PRI", "QTY", "ITM", "PAY", "UNR", "FIN", "PPD", "OTH");
    static final Set<String> ACTIONS = Set.of("NOA", "PIN", "NIN", "CNF", "CNP", "CNA", "OTH");

    private static final Map<String, InvoiceStatus> PLATFORM = Map.of(
            "AP", InvoiceStatus.ACCEPTED,
            "RE", InvoiceStatus.REJECTED,
            "PD", InvoiceStatus.PAID);

    public InvoiceResponse {
        reasons = Map.copyOf(reasons);
        actions = Map.copyOf(actions);
    }

    /** The buyer accepts it. */
    public static InvoiceResponse accepted() {
        return of("AP");
    }

    /** The buyer has paid it. */
    public static InvoiceResponse paid() {
        return of("PD");
    }

    /** The buyer rejects it, for this reason. */
    public static InvoiceResponse rejected(String reasonCode, String text) {
        return new InvoiceResponse("RE", Map.of(reasonCode, text), Map.of(), "");
    }

    /** This status with nothing to explain it. */
    public static InvoiceResponse of(String status) {
        return new InvoiceResponse(status, Map.of(), Map.of(), "");
    }

    /** How the platform API shows the same; empty when it does not. */
    Optional<InvoiceStatus> platformStatus() {
        return Optional.ofNullable(PLATFORM.get(status));
    }

    /** The answer that a status set through the platform API comes to; empty when it comes to none. */
    static Optional<InvoiceResponse> of(InvoiceStatus status) {
        return PLATFORM.entrySet().stream()
                .filter(entry -> entry.getValue() == status)
                .map(entry -> of(entry.getKey()))
                .findFirst();
    }
}
