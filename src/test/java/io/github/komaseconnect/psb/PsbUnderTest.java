package io.github.komaseconnect.psb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.GatewayUnderTest;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.simulator.InvoiceResponse;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PartyPermission;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.Simulator;
import io.github.komaseconnect.simulator.SimulatorBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PSB over its real route. */
public final class PsbUnderTest implements GatewayUnderTest {
    private static final String CLIENT = PsbRoute.CLIENT.clientId();
    private static final String SECRET = PsbRoute.CLIENT.clientSecret().value();

    private Optional<PsbRoute> route = Optional.empty();
    private Optional<EConnect> eConnect = Optional.empty();

    /** Not opened yet. */
    public PsbUnderTest() {}

    @Override
    public SimulatorBuilder register(SimulatorBuilder builder) {
        return builder.client(SimulatedClient.of(CLIENT, SECRET, ACME));
    }

    /** {@inheritDoc} The route's own folder is the one above {@code tmp}, which it calls so too. */
    @Override
    public void open(Addresses addresses, Path tmp, Duration patience) throws Exception {
        PsbRoute opened = new PsbRoute(
                addresses.psb(),
                addresses.identity(),
                tmp.getParent(),
                Map.of("komas.http.response-timeout", String.valueOf(patience.toMillis())));
        route = Optional.of(opened);
        eConnect = Optional.of(opened.econnect());
    }

    @Override
    public EConnect eConnect() {
        return eConnect.orElseThrow();
    }

    @Override
    public Operation sending() {
        return Operation.PSB_SEND;
    }

    @Override
    public Operation fetching() {
        return Operation.PSB_DOWNLOAD;
    }

    @Override
    public Operation answering() {
        return Operation.PSB_RESPOND;
    }

    @Override
    public ResponseForm form() {
        return ResponseForm.INVOICE_RESPONSE;
    }

    @Override
    public String told(Simulator simulator, String id) {
        List<InvoiceResponse> responses = simulator.psb().responses(id);
        return responses.isEmpty() ? "" : responses.get(responses.size() - 1).status();
    }

    @Override
    public Operation loggingIn() {
        return Operation.PSB_TOKEN;
    }

    @Override
    public void expireTokens(Simulator simulator) {
        simulator.psb().expireTokens();
    }

    @Override
    public void refuseKeys(Simulator simulator) {
        simulator.psb().changeSecret(CLIENT, "new-secret");
        simulator.psb().expireTokens();
    }

    @Override
    public void block(Simulator simulator) {
        simulator.psb().revoke(CLIENT, PartyPermission.CAN_SEND_DOCUMENT);
    }

    @Override
    public void unblock(Simulator simulator) {
        simulator.psb().grant(CLIENT, PartyPermission.CAN_SEND_DOCUMENT);
    }

    @Override
    public String received(Simulator simulator, String externalId) {
        return simulator.psb().documentId(externalId);
    }

    /** Sends it again under the same document id. */
    @Override
    public void settle(OutgoingDocument document) {
        assertThat(eConnect().send(document)).isInstanceOf(Reply.Done.class);
    }

    @Override
    public List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    public void close() {
        route.ifPresent(PsbRoute::close);
    }
}
