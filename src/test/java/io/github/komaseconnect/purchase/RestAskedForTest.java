package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** eConnect asks to be left alone while purchase invoices are fetched: it is, and then all come in. */
class RestAskedForTest {
    private static final Duration REST = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static <T> Reply<T> busy() {
        return new Reply.Temporary<>(Reason.of("econnect.overloaded", "te druk", "too busy"), Optional.of(REST));
    }

    private Optional<Pause> pause() {
        return bench.ledger.inTransaction(books -> books.pauses().find("acme", Channel.ECONNECT));
    }

    @Test
    void theListIsNotReadAgainBeforeTheTimeIsOver() {
        bench.acme.answer(Call.LIST, "", busy(), 1);
        bench.inbox.list("acme");
        int calls = bench.acme.calls(Call.LIST);

        assertThat(bench.inbox.list("acme").trouble().orElseThrow().code()).isEqualTo("econnect.overloaded");
        bench.clock.advance(REST.minusSeconds(1));
        assertThat(bench.inbox.overdue()).isEmpty();
        assertThat(bench.acme.calls(Call.LIST)).isEqualTo(calls);
        bench.clock.advance(Duration.ofSeconds(1));

        assertThat(bench.inbox.overdue()).containsExactly("acme");
        assertThat(bench.inbox.list("acme").trouble()).isEmpty();
        assertThat(pause()).isEmpty();
        assertThat(bench.allAlarms()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"DOCUMENT", "PDF", "STATUS"})
    void aDocumentWaitsWithAllTheOthersAndIsNotBlamed(Call call) throws Exception {
        bench.acme.deliver("A-1", bench.clock.instant(), Purchase.invoice("2026-1"));
        bench.acme.answer(call, "", busy(), 1);
        bench.refresh();

        assertThat(pause()).isPresent();
        int calls = bench.acme.calls(call);
        bench.clock.advance(REST.minusSeconds(1));
        bench.work();
        assertThat(bench.acme.calls(call)).isEqualTo(calls);
        bench.clock.advance(Duration.ofSeconds(1));
        bench.refresh();

        assertThat(bench.visible()).hasSize(2);
        assertThat(bench.allAlarms()).isEmpty();
    }
}
