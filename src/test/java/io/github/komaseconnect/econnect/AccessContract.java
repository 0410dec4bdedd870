package io.github.komaseconnect.econnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, tokens and permissions: what concerns every document of a company, and is no verdict on any of them. */
public abstract class AccessContract extends Contract {
    @Test
    void loggingInShowsThatTheKeysAreAccepted() {
        assertThat(kind(eConnect.logIn())).isEqualTo(Reply.Done.class);
        assertThat(eConnect.accountParties())
                .isInstanceOfSatisfying(Reply.Done.class, done -> assertThat((List<?>) done.value())
                        .extracting(party -> ((EConnect.AccountParty) party).name())
                        .containsExactly(GatewayUnderTest.ACME.name()));
    }

    @Test
    void oneTokenServesManyCalls() {
        eConnect.send(document("F-1"));
        eConnect.send(document("F-2"));

        assertThat(simulator.journal().calls(gateway.loggingIn())).hasSize(1);
    }

    @Test
    void anExpiredTokenIsRenewedInMidRunAndNothingIsSentTwice() {
        eConnect.send(document("F-1"));
        gateway.expireTokens(simulator);

        assertThat(kind(eConnect.send(document("F-2")))).isEqualTo(Reply.Done.class);

        assertThat(accepted("F-2")).isEqualTo(1);
        assertThat(simulator.journal().calls(gateway.loggingIn())).hasSize(2);
    }

    @Test
    void eightThreadsWithAnExpiredTokenLogInOnce() throws Exception {
        eConnect.logIn();
        gateway.expireTokens(simulator);
        Gate allAtOnce = new Gate();
        simulator.faults().on(gateway.sending()).times(8).inject(Fault.holdBeforeAcceptance(allAtOnce));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply<Accepted>>> replies = new ArrayList<>();
            for (int i = 1; i <= 8; i++) {
                OutgoingDocument document = document("F-" + i);
                replies.add(threads.submit(() -> eConnect.send(document)));
            }
            await().until(() -> allAtOnce.waiting() == 8);
            allAtOnce.open();
            for (Future<Reply<Accepted>> reply : replies) {
                assertThat(kind(reply.get(20, TimeUnit.SECONDS))).isEqualTo(Reply.Done.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(simulator.journal().calls(gateway.loggingIn())).hasSize(2);
        assertThat(simulator.journal().accepted()).hasSize(8);
    }

    @Test
    void refusedKeysBlockTheCompanyAndAreNotShown() {
        gateway.refuseKeys(simulator);

        Reply<Accepted> sent = eConnect.send(document("F-1"));
        Reply<String> loggedIn = eConnect.logIn();

        assertThat(kind(sent)).isEqualTo(Reply.Blocked.class);
        assertThat(kind(loggedIn)).isEqualTo(Reply.Blocked.class);
        assertThat(reason(sent).dutch() + reason(sent).english() + sent + loggedIn)
                .contains("company.acme.")
                .doesNotContain(gateway.secrets());
        assertThat(accepted("F-1")).isZero();
    }

    @Test
    void keysThatAreChangedInMidRunBlockIt() {
        eConnect.send(document("F-1"));
        gateway.refuseKeys(simulator);

        assertThat(kind(eConnect.send(document("F-2")))).isEqualTo(Reply.Blocked.class);
        assertThat(accepted("F-2")).isZero();
    }

    @Test
    void aBlockedCompanySendsNothingUntilItIsLetInAgain() {
        gateway.block(simulator);
        Reply<Accepted> reply = eConnect.send(document("F-1"));
        assertThat(kind(reply)).isEqualTo(Reply.Blocked.class);
        assertThat(reason(reply).dutch()).isNotBlank();
        assertThat(accepted("F-1")).isZero();

        gateway.unblock(simulator);
        assertThat(kind(eConnect.send(document("F-1")))).isEqualTo(Reply.Done.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void aLogInThatFailsSendsNothing(int status) {
        simulator
                .faults()
                .on(gateway.loggingIn())
                .times(1)
                .inject(Fault.statusBeforeAcceptance(status, Duration.ofSeconds(60)));

        Reply<Accepted> reply = eConnect.send(document("F-1"));

        assertThat(kind(reply)).isEqualTo(Reply.Temporary.class);
        assertThat(reply.restAskedFor()).isIn(List.of(Optional.of(Duration.ofSeconds(60)), Optional.empty()));
        assertThat(simulator.journal().calls(gateway.sending())).isEmpty();
        assertThat(kind(eConnect.logIn())).isEqualTo(Reply.Done.class);
        assertThat(kind(eConnect.send(document("F-1")))).isEqualTo(Reply.Done.class);
    }

    @Test
    void aLogInThatAProxyAnswersSendsNothing() {
        simulator.faults().on(gateway.loggingIn()).times(1).inject(Fault.proxyPage());

        assertThat(kind(eConnect.send(document("F-1")))).isEqualTo(Reply.Temporary.class);
        assertThat(simulator.journal().calls(gateway.sending())).isEmpty();
    }

    @Test
    void aLogInWithoutAnAnswerSendsNothing() {
        simulator.faults().on(gateway.loggingIn()).times(1).inject(Fault.silenceBeforeAcceptance());

        assertThat(kind(eConnect.send(document("F-1")))).isEqualTo(Reply.Temporary.class);
        assertThat(simulator.journal().calls(gateway.sending())).isEmpty();
    }
}
