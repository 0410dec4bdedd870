package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.company.HookSettings.AfterImport;
import io.github.komaseconnect.company.HookSettings.ReceivedResponse;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.Reason;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The removal at the PSB of what is in the import folder, while eConnect asks to be left alone. */
class SafeAtLastTest {
    private static final String ID = "6f0d3f5e-6e5f-4b55-9d3c-000000000001";
    private static final Duration REST = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final List<String> removed = new ArrayList<>();
    private ReceivingBench bench;
    private Reply<String> answer =
            new Reply.Temporary<>(Reason.of("econnect.overloaded", "te druk", "too busy"), Optional.of(REST));

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        bench.acme.deliver(ID, Instant.parse("2026-11-22T06:00:00Z"), Purchase.invoice("F1"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A document that the PSB told of is in the import folder of a company that uses this gateway now. */
    private Receipt imported(Gateway now) throws Exception {
        Company company = bench.companies
                .get("acme")
                .withGateway(now, "NL:KVK:12345678")
                .withHooks(new HookSettings(
                        Optional.empty(), Optional.empty(), ReceivedResponse.NONE, AfterImport.DELETE));
        bench.companies.takeInHand(company);
        bench.arrives(ID, Gateway.PSB);
        return follow();
    }

    private Receipt follow() {
        ServiceBus bus = (ServiceBus) Proxy.newProxyInstance(
                ServiceBus.class.getClassLoader(), new Class<?>[] {ServiceBus.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("deleteReceived");
                    removed.add((String) arguments[0]);
                    return answer;
                });
        SafeAtLast last = new SafeAtLast(
                bench.companies, company -> Optional.of(bus), bench.ledger, bench.receiving, bench.clock);
        Receipt receipt =
                bench.ledger.reading(books -> books.receipts().find("acme", ID)).orElseThrow();
        return last.follow(receipt);
    }

    private List<Pause> pauses() {
        return bench.ledger.reading(books -> books.pauses().all());
    }

    @Test
    void theGatewayInUseIsLeftAloneByAllOfTheCompany() throws Exception {
        imported(Gateway.PSB);

        assertThat(pauses()).hasSize(1);
    }

    @Test
    void aGatewayThatWasLeftIsLeftAloneAndNothingElseRests() throws Exception {
        Receipt waiting = imported(Gateway.PLATFORM);

        assertThat(pauses()).isEmpty();
        assertThat(removed).containsExactly(ID);
        assertThat(bench.ledger.<Integer>reading(books -> books.receipts().countDue("acme", bench.clock.instant())))
                .isZero();
        bench.clock.advance(REST);
        assertThat(bench.ledger.<Integer>reading(books -> books.receipts().countDue("acme", bench.clock.instant())))
                .isEqualTo(1);
        answer = new Reply.Done<>(ID);
        assertThat(waiting.tries()).isZero();
        assertThat(follow().state()).isEqualTo(InvoiceState.RECEIVED);
    }
}
