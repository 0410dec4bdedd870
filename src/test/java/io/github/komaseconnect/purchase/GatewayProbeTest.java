package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.EConnect.AccountParty;
import io.github.komaseconnect.econnect.EConnect.Permission;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.reason.Reason;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company on the PSB that eConnect once let do nothing, with no invoice waiting that would show that this is over. */
class GatewayProbeTest {
    private static final String PARTY = "NL:KVK:12345678";

    @TempDir
    Path folder;

    private ReceivingBench bench;
    private int asked;
    private Reply<List<AccountParty>> parties = new Reply.Done<>(List.of(new AccountParty(PARTY, "Acme")));

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        bench.psb = Optional.of((EConnect) Proxy.newProxyInstance(
                EConnect.class.getClassLoader(), new Class<?>[] {EConnect.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("accountParties");
                    asked++;
                    return parties;
                }));
        bench.restart();
        bench.companies.takeInHand(bench.companies.get("acme").withGateway(Gateway.PSB, PARTY));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void blocked(String code) {
        bench.ledger.record(books -> bench.channels.block(
                books, "acme", Channel.ECONNECT, Reason.of(code, "geweigerd", "refused"), Optional.empty()));
    }

    private boolean isBlocked() {
        return bench.ledger.<Boolean>reading(
                books -> books.pauses().find("acme", Channel.ECONNECT).isPresent());
    }

    @Test
    void isAskedAtARefreshAndLetInAgain() {
        blocked("econnect.log-in");
        bench.inbox.list("acme");

        assertThat(isBlocked()).isFalse();
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void staysBlockedWhileItIsRefused() {
        blocked("econnect.log-in");
        parties = new Reply.Blocked<>(Reason.of("econnect.log-in", "geweigerd", "refused"));
        bench.inbox.list("acme");

        assertThat(isBlocked()).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void withoutPermissionToSendItStaysBlockedUntilThatIsGiven() {
        blocked("econnect.no-permission");
        parties = new Reply.Done<>(List.of(
                new AccountParty("NL:KVK:99999999", "Other"),
                new AccountParty(PARTY, "Acme", List.of(Permission.SEND))));
        bench.inbox.list("acme");
        assertThat(isBlocked()).isTrue();

        parties = new Reply.Done<>(List.of(new AccountParty(PARTY, "Acme", List.of(Permission.REMOVE))));
        bench.inbox.list("acme");
        assertThat(isBlocked()).isFalse();
    }

    @Test
    void nothingIsAskedOfOneThatWorks() {
        bench.inbox.list("acme");

        assertThat(asked).isZero();
    }
}
