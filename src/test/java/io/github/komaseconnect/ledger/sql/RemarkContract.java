package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Remarks.CompanyCount;
import io.github.komaseconnect.ledger.Remarks.Step;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What keeping remarks on purchase invoices asks of any ledger. */
abstract class RemarkContract extends PrintContract {
    private static final Reason ONE = new Reason("arrival.no-coc", "één", "one", "doe dit", "do this");
    private static final Reason TWO = Reason.of("arrival.no-pdf", "twee", "two");

    @Test
    void aLaterLookTakesThePlaceOfAnEarlierOneOfItsStepOnly() {
        long id = add("remark-1", "R_1");
        ledger().record(books -> {
            books.remarks().found(id, Map.of(Step.CHECKED, List.of(ONE, TWO)));
            books.remarks().found(id, Map.of(Step.ATTACHMENTS, List.of(TWO)));
        });
        assertThat(list(books -> books.remarks().of(id))).containsExactly(ONE, TWO, TWO);

        ledger().record(books -> books.remarks().found(id, Map.of(Step.CHECKED, List.of())));

        assertThat(list(books -> books.remarks().of(id))).containsExactly(TWO);
    }

    @Test
    void countsInvoicesAndNotRemarks() {
        long first = add("remark-2", "R_2");
        long second = add("remark-3", "R_3");
        long none = add("remark-4", "R_4");
        Instant before = Instant.EPOCH;
        long had = acme(before);
        ledger().record(books -> {
            books.remarks().found(first, Map.of(Step.CHECKED, List.of(ONE, TWO)));
            books.remarks().found(second, Map.of(Step.CHECKED, List.of(ONE)));
            books.remarks().found(none, Map.of(Step.CHECKED, List.of()));
        });

        assertThat(acme(before)).isEqualTo(had + 2);
        assertThat(list(books -> books.remarks().among(List.of(first, second, none))))
                .containsExactlyInAnyOrder(first, second);
        assertThat(list(books -> books.remarks().among(List.of()))).isEmpty();
        assertThat(list(books -> books.remarks().counts(Optional.of("nobody"), before)))
                .isEmpty();
        assertThat(acme(Instant.parse("2100-01-01T00:00:00Z"))).isZero();
    }

    private long acme(Instant since) {
        return list(books -> books.remarks().counts(Optional.empty(), since)).stream()
                .filter(count -> count.company().equals("acme"))
                .mapToLong(CompanyCount::invoices)
                .sum();
    }
}
