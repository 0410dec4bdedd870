package io.github.komaseconnect.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.sales.CrashingLedger.Killed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The program dies at each transaction of an answer that came as a file, before or after it is on disk. */
class AnsweringCrashTest {
    /** register, begin AB, end AB, begin RE, end RE. */
    private static final int TRANSACTIONS = 5;

    @TempDir
    Path folder;

    static Stream<Arguments> everyTransaction() {
        return Stream.iterate(1, number -> number <= TRANSACTIONS, number -> number + 1)
                .flatMap(number -> Stream.of(Arguments.of(number, false), Arguments.of(number, true)));
    }

    @ParameterizedTest
    @MethodSource("everyTransaction")
    void isSaidAllTheSameAndNothingIsLost(int transaction, boolean afterCommit) throws Exception {
        try (AnsweringBench bench = new AnsweringBench(folder)) {
            LedgerInvoice invoice = bench.received("XCNIN1", "G-1");
            bench.form = ResponseForm.INVOICE_RESPONSE;
            Files.writeString(
                    bench.folder.resolve("20261122_G-1.response.json"),
                    "{\"status\":\"RE\",\"reasons\":{\"REF\":\"Inkoopnummer ontbreekt\"}}");
            bench.crashing.dieAt(transaction, afterCommit);
            bench.restart(bench.crashing);
            assertThatThrownBy(bench::look).isInstanceOf(Killed.class);

            bench.restart(bench.ledger);
            bench.look();
            bench.later(Duration.ofMinutes(5));
            bench.look();

            assertThat(bench.responses(invoice)).hasSize(1);
            assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
            assertThat(bench.attempts(invoice)).allMatch(text -> text.matches("(AB|RE) (DONE|IN_DOUBT)"));
            assertThat(bench.attempts(invoice).stream().filter(text -> text.equals("RE DONE")))
                    .hasSize(1);
            // in their order; what was told but not recorded before the crash is told once more, which is one status
            // all the same
            assertThat(bench.eConnect.responses.stream().distinct()).containsExactly("XCNIN1 AB", "XCNIN1 RE");
            assertThat(bench.eConnect.responses).hasSizeLessThanOrEqualTo(3);
            assertThat(bench.folder.resolve("done/20261122_G-1.response.json")).exists();
            assertThat(RespondFolder.files(bench.folder)).isEmpty();
            assertThat(RespondFolder.files(bench.folder.resolve("outbox"))).isEmpty();
        }
    }
}
