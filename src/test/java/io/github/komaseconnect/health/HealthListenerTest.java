package io.github.komaseconnect.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.reason.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What monitoring reads. */
class HealthListenerTest {
    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private Ledger ledger;
    private HealthListener listener;
    private volatile State state = State.ANSWERS;

    private enum State {
        ANSWERS,
        GONE,
        HANGS
    }

    @BeforeEach
    void open() throws Exception {
        ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "test");
        Ledger between = new Ledger() {
            @Override
            public void soon(Consumer<Books> work) {
                ledger.soon(work);
            }

            @Override
            public <T> T inTransaction(Function<Books, T> work) {
                return ledger.inTransaction(work);
            }

            @Override
            public <T> T reading(Function<Books, T> work) {
                if (state == State.GONE) {
                    throw new LedgerUnavailableException("password=geheim", new IllegalStateException());
                }
                if (state == State.HANGS) {
                    try {
                        hanging.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return ledger.reading(work);
            }

            @Override
            public void close() {
                ledger.close();
            }
        };
        FactCheck.of(new HealthFacts(new Companies(List.of()), between))
                .forEach(HealthCheckRegistry.get(context)::register);
        context.start();
        listener = new HealthListener(
                "127.0.0.1",
                0,
                new HealthPage(context, Environment.ACCEPTANCE, Clock.systemUTC()),
                Duration.ofMillis(500));
    }

    @AfterEach
    void close() {
        hanging.countDown();
        listener.close();
        context.stop();
        ledger.close();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String state(HttpResponse<String> answer, String check) throws Exception {
        for (JsonNode node : new ObjectMapper().readTree(answer.body()).get("checks")) {
            if (node.get("id").asText().equals(check)) {
                return node.get("state").asText();
            }
        }
        return "not asked";
    }

    private void raise(String cause) {
        ledger.record(books -> books.alarms()
                .raise(cause, "acme", Reason.of("x.y", "Factuur van mevrouw Jansen", "secret"), Optional.empty()));
    }

    @Test
    void isWellWhenAllIsWell() throws Exception {
        HttpResponse<String> answer = ask("GET", "/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("\"status\":\"UP\"", "\"environment\":\"acceptance\"");
        for (String check : List.of(
                "komas-ledger", "komas-alarms", "komas-channels", "komas-refreshes", "komas-hooks", "komas-folders")) {
            assertThat(state(answer, check)).isEqualTo("UP");
        }
    }

    @Test
    void anAlarmIsSeenWithoutItsWordsAndDoesNotStopTheWork() throws Exception {
        raise("gaps/acme");

        HttpResponse<String> answer = ask("GET", "/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(state(answer, "komas-alarms")).isEqualTo("DOWN");
        assertThat(state(answer, "komas-folders")).isEqualTo("UP");
        assertThat(answer.body()).contains("gaps/acme", "x.y").doesNotContain("Jansen", "secret");
        assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void foldersRefreshesAndChannelsAreSeenByThemselves() throws Exception {
        raise("folder/acme/import");
        raise("late/acme");
        raise("hook/acme/refused");
        ledger.record(books -> books.hooks().refused("acme", 3, Instant.parse("2026-11-22T09:00:00Z")));
        Instant since = Instant.parse("2026-11-22T09:00:00Z");
        ledger.record(books ->
                books.pauses().set(new Pause("beta", Channel.EMAIL, "m", "m", "m", "x", since, Optional.empty())));

        HttpResponse<String> answer = ask("GET", "/health");

        assertThat(state(answer, "komas-folders")).isEqualTo("DOWN");
        assertThat(state(answer, "komas-refreshes")).isEqualTo("DOWN");
        assertThat(state(answer, "komas-channels")).isEqualTo("DOWN");
        assertThat(state(answer, "komas-hooks")).isEqualTo("DOWN");
        assertThat(answer.body())
                .contains("beta/EMAIL", "hooks need somebody: hook/acme/refused", "held 0, refused in a row 3");
    }

    @Test
    void aPauseByAPersonIsNoIllness() throws Exception {
        ledger.record(books -> books.pauses()
                .set(new Pause("beta", Channel.ALL, "paused", "m", "m", "els", Instant.EPOCH, Optional.empty())));

        assertThat(ask("GET", "/health").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutItsLedgerItIsNotReadyButAlive() throws Exception {
        state = State.GONE;

        HttpResponse<String> ready = ask("GET", "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).doesNotContain("geheim");
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aLedgerThatHangsIsAnsweredInTime() throws Exception {
        state = State.HANGS;
        for (int n = 0; n < 6; n++) {
            assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(503);
        }
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);

        state = State.ANSWERS;
        hanging.countDown();
        org.awaitility.Awaitility.await()
                .untilAsserted(() ->
                        assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(200));
    }

    @Test
    void onlyReadsAndOnlyItsPages() throws Exception {
        assertThat(ask("POST", "/health").statusCode()).isEqualTo(405);
        assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/health/../etc").statusCode()).isEqualTo(404);
        HttpResponse<String> head = ask("HEAD", "/health");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }
}
