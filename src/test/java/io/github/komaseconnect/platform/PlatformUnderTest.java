package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.GatewayUnderTest;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblBody;
import io.github.komaseconnect.simulator.BlockedFor;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.Simulator;
import io.github.komaseconnect.simulator.SimulatorBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platform API over its real route. */
public final class PlatformUnderTest implements GatewayUnderTest {
    private static final String KEY = "app-key-1234";
    private static final String SECRET = "app-secret-5678";

    private Optional<PlatformRoute> route = Optional.empty();
    private Optional<EConnect> eConnect = Optional.empty();

    /** Not opened yet. */
    public PlatformUnderTest() {}

    @Override
    public SimulatorBuilder register(SimulatorBuilder builder) {
        return builder.account(SimulatedAccount.of(KEY, SECRET, ACME));
    }

    @Override
    public void open(Addresses addresses, Path tmp, Duration patience) throws Exception {
        PlatformRoute opened = new PlatformRoute(
                addresses.platform().toString(),
                Map.of("komas.http.response-timeout", String.valueOf(patience.toMillis())));
        route = Optional.of(opened);
        TemplateIds templates = new TemplateIds(SimulatorBuilder.INVOICE_TEMPLATE, SimulatorBuilder.INVOICE_TEMPLATE);
        Credentials keys = new Credentials(new Secret(KEY), new Secret(SECRET), new Secret(""));
        eConnect = Optional.of(new PlatformEConnectFactory(
                        opened.transport(), Clock.systemUTC(), templates, PlatformUnderTest::body, tmp)
                .forCompany(Sample.company(), () -> keys));
    }

    @Override
    public EConnect eConnect() {
        return eConnect.orElseThrow();
    }

    @Override
    public io.github.komaseconnect.simulator.Operation sending() {
        return io.github.komaseconnect.simulator.Operation.SEND_DOCUMENT;
    }

    @Override
    public io.github.komaseconnect.simulator.Operation fetching() {
        return io.github.komaseconnect.simulator.Operation.GET_INBOX_DOCUMENT;
    }

    @Override
    public io.github.komaseconnect.simulator.Operation answering() {
        return io.github.komaseconnect.simulator.Operation.SET_INBOX_DOCUMENT_STATUS;
    }

    @Override
    public ResponseForm form() {
        return ResponseForm.STATUS_ONLY;
    }

    @Override
    public String told(Simulator simulator, String id) {
        return switch (simulator.status(id)) {
            case ACCEPTED -> "AP";
            case REJECTED -> "RE";
            case PAID -> "PD";
            default -> "";
        };
    }

    @Override
    public io.github.komaseconnect.simulator.Operation loggingIn() {
        return io.github.komaseconnect.simulator.Operation.LOGIN;
    }

    @Override
    public void expireTokens(Simulator simulator) {
        simulator.expireTokens();
    }

    @Override
    public void refuseKeys(Simulator simulator) {
        simulator.changeKeys(KEY, "new-key", "new-secret");
    }

    @Override
    public void block(Simulator simulator) {
        simulator.block(KEY, BlockedFor.UNPAID_INVOICES);
    }

    @Override
    public void unblock(Simulator simulator) {
        simulator.unblock(KEY);
    }

    @Override
    public String received(Simulator simulator, String externalId) {
        return externalId;
    }

    /** Looks for it in the outbox, and sends it again when it is not there. */
    @Override
    public void settle(OutgoingDocument document) {
        Reply<ListPage> outbox = eConnect().outbox(Instant.now().minusSeconds(60), Optional.empty());
        boolean there = ((Reply.Done<ListPage>) outbox)
                .value().entries().stream()
                        .map(InboxEntry::subject)
                        .anyMatch(subject -> subject.endsWith(" " + document.number()));
        if (!there) {
            assertThat(eConnect().send(document)).isInstanceOf(Reply.Done.class);
        }
    }

    @Override
    public List<String> secrets() {
        return List.of(KEY, SECRET);
    }

    @Override
    public void close() {
        route.ifPresent(PlatformRoute::close);
    }

    private static DocumentBody body(Path ubl) throws IOException {
        UblBody body = UblBody.of(new SafeXml(), ubl);
        return new DocumentBody() {
            @Override
            public long length() {
                return body.length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                body.writeTo(out);
            }
        };
    }
}
