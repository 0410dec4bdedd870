package io.github.komaseconnect.econnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer to a supplier is told, or it is known that it may be told once more; it never looks told when it was not. */
public abstract class AnsweringContract extends Contract {
    private static final InvoiceResponse REJECTED =
            new InvoiceResponse(ResponseStatus.RE, Map.of(ResponseReason.REF, "Inkoopnummer ontbreekt"), Map.of(), "");

    static Stream<Fault> afterWhichItMayBeToldOnceMore() {
        return Stream.of(
                Fault.resetBeforeAcceptance(),
                Fault.resetAfterAcceptance(),
                Fault.statusBeforeAcceptance(503),
                Fault.statusAfterAcceptance(500),
                Fault.proxyPage(),
                Fault.silenceAfterAcceptance());
    }

    private String received() {
        return gateway.received(
                simulator, simulator.deliver(GatewayUnderTest.ACME.companyId(), InboxDocument.of(invoice("I-1"))));
    }

    /** As the program does: what has to go before it goes before it. */
    private String acknowledged() {
        String id = received();
        if (gateway.form().beginsWithReceived()) {
            assertThat(kind(eConnect.respond(id, InvoiceResponse.of(ResponseStatus.AB))))
                    .isEqualTo(Reply.Done.class);
        }
        return id;
    }

    @Test
    void aRejectionAndAnAcceptanceAreTold() {
        String rejected = acknowledged();
        String accepted = acknowledged();

        assertThat(kind(eConnect.respond(rejected, REJECTED))).isEqualTo(Reply.Done.class);
        assertThat(kind(eConnect.respond(accepted, InvoiceResponse.of(ResponseStatus.AP))))
                .isEqualTo(Reply.Done.class);

        assertThat(gateway.told(simulator, rejected)).isEqualTo("RE");
        assertThat(gateway.told(simulator, accepted)).isEqualTo("AP");
    }

    @Test
    void whatTheGatewayCannotCarryIsRefusedAndNothingIsTold() {
        String id = acknowledged();
        String before = gateway.told(simulator, id);
        for (ResponseStatus status : ResponseStatus.values()) {
            if (!gateway.form().canSay(status)) {
                assertThat(kind(eConnect.respond(id, InvoiceResponse.of(status))))
                        .isEqualTo(Reply.Refused.class);
            }
        }
        assertThat(gateway.told(simulator, id)).isEqualTo(before);
    }

    @Test
    void theSameOnceMoreIsTheSame() {
        String id = acknowledged();

        assertThat(kind(eConnect.respond(id, REJECTED))).isEqualTo(Reply.Done.class);
        assertThat(kind(eConnect.respond(id, REJECTED))).isEqualTo(Reply.Done.class);

        assertThat(gateway.told(simulator, id)).isEqualTo("RE");
    }

    @ParameterizedTest
    @MethodSource("afterWhichItMayBeToldOnceMore")
    void withoutAUsableAnswerItIsNotToldForSureAndCanBeToldAgain(Fault fault) {
        String id = acknowledged();
        simulator.faults().on(gateway.answering()).times(1).inject(fault);

        Reply<String> reply = eConnect.respond(id, REJECTED);

        assertThat(kind(reply)).as(String.valueOf(reply)).isIn(Reply.Temporary.class, Reply.InDoubt.class);
        assertThat(kind(eConnect.respond(id, REJECTED))).isEqualTo(Reply.Done.class);
        assertThat(gateway.told(simulator, id)).isEqualTo("RE");
    }

    @Test
    void whoIsToldToWaitIsToldHowLong() {
        String id = acknowledged();
        simulator
                .faults()
                .on(gateway.answering())
                .times(1)
                .inject(Fault.statusBeforeAcceptance(429, Duration.ofSeconds(90)));

        assertThat(eConnect.respond(id, REJECTED).restAskedFor()).contains(Duration.ofSeconds(90));
    }

    @Test
    void aDocumentThatIsNotThereIsNotAnswered() {
        Reply<String> reply =
                eConnect.respond("00000000-0000-0000-0000-000000000000", InvoiceResponse.of(ResponseStatus.AP));

        assertThat(kind(reply)).as(String.valueOf(reply)).isIn(Reply.Refused.class, Reply.Temporary.class);
    }

    @Test
    void anExpiredTokenIsRenewedInMidRun() {
        String id = acknowledged();
        gateway.expireTokens(simulator);

        assertThat(kind(eConnect.respond(id, REJECTED))).isEqualTo(Reply.Done.class);
        assertThat(gateway.told(simulator, id)).isEqualTo("RE");
    }

    @Test
    void refusedKeysBlockTheCompany() {
        String id = acknowledged();
        gateway.refuseKeys(simulator);

        assertThat(kind(eConnect.respond(id, REJECTED))).isEqualTo(Reply.Blocked.class);
    }
}
