package io.github.komaseconnect.econnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is accepted, certainly not accepted, or in doubt; and what was in doubt is never there twice. */
public abstract class SendingContract extends Contract {
    static Stream<Fault> afterWhichItMayHaveBeenAccepted() {
        return Stream.of(
                Fault.resetBeforeAcceptance(),
                Fault.resetAfterAcceptance(),
                Fault.statusAfterAcceptance(503),
                Fault.statusAfterAcceptance(500),
                Fault.statusAfterAcceptance(502),
                Fault.halfAnswer(),
                Fault.proxyPage(),
                Fault.silenceAfterAcceptance(),
                Fault.silenceBeforeAcceptance());
    }

    @Test
    void anAcceptedDocumentIsThereUntouchedAndHasAnId() throws Exception {
        Reply<Accepted> reply = eConnect.send(document("F-1"));

        assertThat(reply).isInstanceOfSatisfying(Reply.Done.class, done -> {
            Accepted accepted = (Accepted) done.value();
            assertThat(accepted.first()).isEqualTo(Accepted.First.NOW);
            assertThat(accepted.externalId())
                    .isEqualTo(simulator.journal().accepted("F-1").get(0).externalId());
        });
        assertThat(body(simulator.journal().accepted("F-1").get(0).payload().bytes()))
                .isEqualTo(invoice("F-1"));
        assertThat(simulator.journal().accepted("F-1").get(0).to()).endsWith(":99999999");
        assertThat(home.resolve("archive/F-1-sent.xml")).content().contains("F-1");
        assertThat(home.resolve("archive/F-1-answer")).isNotEmptyFile();
    }

    @Test
    void aDocumentThatBreaksRulesIsRefusedWithTheRules() {
        simulator.breakRules("F-1", "[BR-01] A rule is broken.", "[BR-NL-1] Another one.");

        Reply<Accepted> reply = eConnect.send(document("F-1"));

        assertThat(kind(reply)).isEqualTo(Reply.Refused.class);
        assertThat(reason(reply).dutch()).contains("[BR-01] A rule is broken.", "[BR-NL-1] Another one.");
        assertThat(accepted("F-1")).isZero();
        assertThat(home.resolve("archive/F-1-answer")).content().contains("BR-NL-1");
    }

    @Test
    void aRefusedDocumentIsAcceptedOnceMendedUnderAnIdOfItsOwn() {
        simulator.breakRules("F-1", "[BR-01] no");
        eConnect.send(document("F-1"));
        simulator.breakRules("F-1");

        assertThat(kind(eConnect.send(document("F-1")))).isEqualTo(Reply.Done.class);
        assertThat(accepted("F-1")).isEqualTo(1);
    }

    @Test
    void whatIsNoInvoiceIsRefused() {
        Reply<Accepted> reply = eConnect.send(document("F-1", invoice("F-1").replace("cbc:IssueDate", "cbc:Unknown")));

        assertThat(kind(reply)).isEqualTo(Reply.Refused.class);
        assertThat(accepted("F-1")).isZero();
    }

    @ParameterizedTest
    @MethodSource("afterWhichItMayHaveBeenAccepted")
    void withoutAUsableAnswerItIsInDoubtAndInTheEndThereOnce(Fault fault) {
        simulator.faults().on(gateway.sending()).times(1).inject(fault);
        OutgoingDocument document = document("F-1");

        Reply<Accepted> reply = eConnect.send(document);

        assertThat(kind(reply)).as(String.valueOf(reply)).isEqualTo(Reply.InDoubt.class);
        assertTells(reason(reply));
        assertThat(accepted("F-1")).isEqualTo(isBefore(fault) ? 0 : 1);
        gateway.settle(document);
        assertThat(accepted("F-1")).isEqualTo(1);
    }

    @Test
    void aDocumentInDoubtIsNotSentAgainByTheCallItself() {
        simulator.faults().on(gateway.sending()).inject(Fault.resetBeforeAcceptance());
        eConnect.send(document("F-1"));

        assertThat(simulator.journal().calls(gateway.sending())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whoIsToldToWaitIsToldHowLongAndNothingIsSure(int status) {
        simulator
                .faults()
                .on(gateway.sending())
                .times(1)
                .inject(Fault.statusBeforeAcceptance(status, Duration.ofSeconds(90)));
        OutgoingDocument document = document("F-1");

        Reply<Accepted> reply = eConnect.send(document);

        assertThat(kind(reply)).isIn(Reply.Temporary.class, Reply.InDoubt.class);
        assertThat(reply.restAskedFor()).contains(Duration.ofSeconds(90));
        assertTells(reason(reply));
        gateway.settle(document);
        assertThat(accepted("F-1")).isEqualTo(1);
    }

    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        eConnect.logIn();
        simulator.refuseConnections();

        // a connection kept from the log-in may take the request before it is found broken: that is a doubt, once
        List<Class<?>> kinds = List.of(kind(eConnect.send(document("F-1"))), kind(eConnect.send(document("F-1"))));

        assertThat(kinds.get(0)).isIn(Reply.Temporary.class, Reply.InDoubt.class);
        assertThat(kinds.get(1)).isEqualTo(Reply.Temporary.class);
        simulator.acceptConnections();
        assertThat(kind(eConnect.send(document("F-1")))).isEqualTo(Reply.Done.class);
        assertThat(accepted("F-1")).isEqualTo(1);
    }

    @Test
    void manyDocumentsAtATimeDoNotMixUp() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply<Accepted>>> replies = threads.invokeAll(Stream.iterate(1, n -> n + 1)
                    .limit(24)
                    .map(n -> "F-" + n)
                    .map(this::document)
                    .<Callable<Reply<Accepted>>>map(document -> () -> eConnect.send(document))
                    .toList());
            for (int n = 1; n <= replies.size(); n++) {
                Reply.Done<Accepted> done =
                        (Reply.Done<Accepted>) replies.get(n - 1).get();
                assertThat(simulator.journal().accepted("F-" + n))
                        .singleElement()
                        .satisfies(accepted -> assertThat(accepted.externalId())
                                .isEqualTo(done.value().externalId()));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(simulator.journal().calls(gateway.loggingIn())).hasSize(1);
    }

    private static boolean isBefore(Fault fault) {
        return fault.moment() == Fault.Moment.BEFORE_ACCEPTANCE;
    }

    private void assertTells(Reason reason) {
        assertThat(reason.dutch()).isNotBlank().doesNotContain(gateway.secrets());
        assertThat(reason.english()).isNotBlank().doesNotContain(gateway.secrets());
    }
}
