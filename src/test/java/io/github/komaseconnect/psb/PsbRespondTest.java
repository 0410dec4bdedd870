package io.github.komaseconnect.psb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ResponseAction;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PartyPermission;
import io.github.komaseconnect.simulator.SimulatedClient;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers to suppliers over the shipped route, against the simulator's PSB, which checks them by the code lists. */
class PsbRespondTest {
    private static final SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");
    private static final InvoiceResponse RECEIVED = InvoiceResponse.of(ResponseStatus.AB);

    @TempDir
    Path folder;

    private Simulator simulator;
    private PsbRoute route;
    private String id;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder()
                .client(SimulatedClient.of(
                        PsbRoute.CLIENT.clientId(),
                        PsbRoute.CLIENT.clientSecret().value(),
                        ACME))
                .start();
        route = new PsbRoute(
                simulator.psbUrl(), simulator.identityUrl(), folder, Map.of("komas.http.response-timeout", "2000"));
        String ubl = Files.readString(Path.of("src/main/resources/samples/verkoop-peppol.xml"));
        id = simulator.psb().documentId(simulator.deliver(ACME.companyId(), InboxDocument.of(ubl)));
    }

    @AfterEach
    void stop() throws IOException {
        route.close();
        simulator.close();
    }

    private Reply<String> respond(InvoiceResponse response) {
        return route.econnect().respond(id, response);
    }

    private List<String> told() {
        return simulator.psb().responses(id).stream()
                .map(response -> response.status())
                .toList();
    }

    private static InvoiceResponse of(ResponseStatus status) {
        return status.needsReason()
                ? new InvoiceResponse(status, Map.of(ResponseReason.OTH, "om een reden"), Map.of(), "")
                : InvoiceResponse.of(status);
    }

    @ParameterizedTest
    @EnumSource
    void afterAnAcknowledgementEachStatusIsTaken(ResponseStatus status) {
        respond(RECEIVED);

        assertThat(respond(of(status))).isEqualTo(new Reply.Done<>(id));
        assertThat(told()).containsExactly("AB", status.name());
    }

    @Test
    void reasonsActionsAndNoteArriveAsTheyWereGiven() {
        respond(RECEIVED);
        Map<ResponseReason, String> reasons = new LinkedHashMap<>();
        reasons.put(ResponseReason.REF, "Inkoopnummer \"4711\" ontbreekt; 2 × € 10");
        reasons.put(ResponseReason.PRI, "Prijs klopt niet");

        respond(new InvoiceResponse(
                ResponseStatus.UQ, reasons, Map.of(ResponseAction.NIN, "Nieuwe factuur graag"), "Bel Els, tot 17:00"));

        assertThat(simulator.psb().responses(id).get(1))
                .isEqualTo(new io.github.komaseconnect.simulator.InvoiceResponse(
                        "UQ",
                        Map.of("REF", "Inkoopnummer \"4711\" ontbreekt; 2 × € 10", "PRI", "Prijs klopt niet"),
                        Map.of("NIN", "Nieuwe factuur graag"),
                        "Bel Els, tot 17:00"));
    }

    @Test
    void withoutAnAcknowledgementItIsRefusedInEConnectsWords() {
        Reply<String> reply = respond(InvoiceResponse.of(ResponseStatus.AP));

        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(reply.toString()).contains("econnect.rules", "must be AB");
        assertThat(told()).isEmpty();
    }

    @Test
    void withoutItsReasonItIsRefused() {
        respond(RECEIVED);

        assertThat(respond(InvoiceResponse.of(ResponseStatus.RE))).isInstanceOf(Reply.Refused.class);
        assertThat(told()).containsExactly("AB");
    }

    @Test
    void afterADoubtItIsToldAgain() {
        simulator.faults().on(Operation.PSB_RESPOND).times(1).inject(Fault.resetAfterAcceptance());

        assertThat(respond(RECEIVED)).isInstanceOf(Reply.Temporary.class);
        assertThat(respond(RECEIVED)).isInstanceOf(Reply.Done.class);
        assertThat(told().stream().distinct()).containsExactly("AB");
    }

    @Test
    void whatEConnectKnowsAlreadyIsTold() {
        simulator.faults().on(Operation.PSB_RESPOND).times(1).inject(Fault.statusAfterAcceptance(409));

        assertThat(respond(RECEIVED)).isEqualTo(new Reply.Done<>(id));
    }

    @Test
    void withoutPermissionTheCompanyIsBlocked() {
        simulator.psb().revoke(PsbRoute.CLIENT.clientId(), PartyPermission.values());

        assertThat(respond(RECEIVED)).isInstanceOf(Reply.Blocked.class);
    }

    @Test
    void aRemovedInvoiceCannotBeAnsweredAnyMore() {
        route.bus().deleteReceived(id);

        Reply<String> reply = respond(RECEIVED);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(reply.toString()).contains("econnect.not-found");
    }
}
