package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.cli.KomasEconnect;
import io.github.komaseconnect.cli.Surroundings;
import io.github.komaseconnect.cli.Terminal;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.FaultRule;
import io.github.komaseconnect.simulator.Operation;
import jakarta.mail.internet.MimeMessage;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes quiet is told by log, status, mail and health, once, and once more when it is over. */
class WatchEndToEndTest {
    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Workshop workshop;
    private int port;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private record Said(int exitCode, String out) {}

    private Said give(String... command) {
        StringWriter out = new StringWriter();
        List<String> words = new ArrayList<>(List.of("--home", workshop.home.toString()));
        words.addAll(List.of(command));
        Surroundings surroundings = new Surroundings(
                new Terminal(out, out, StandardCharsets.UTF_8, question -> Optional.empty()),
                name -> Optional.empty(),
                folder,
                folder.resolve("program"),
                "anna@kantoor",
                Clock.systemUTC(),
                Workshop.PATIENCE);
        int exitCode = new KomasEconnect(surroundings).commandLine().execute(words.toArray(String[]::new));
        return new Said(exitCode, out.toString());
    }

    private HttpResponse<String> health(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private List<String> subjects() throws Exception {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : workshop.mail.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    private List<String> causes() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private void sell(String number) throws Exception {
        workshop.export(number + ".XML", Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number));
        workshop.awaitState(number, InvoiceState.SENT);
    }

    @Test
    void aNumberThatIsMissingIsSeenEverywhereAndEndsByOrder() throws Exception {
        workshop.with("alert.email=beheer@example.com", "watch.gaps=1s", "health.port=" + port)
                .start();
        // from here on numbers are read
        await().atMost(Workshop.PATIENCE).until(() -> workshop.ledger()
                .inTransaction(books -> books.watching().mark("numbers"))
                .isPresent());
        await().atMost(Workshop.PATIENCE).until(() -> health("/health").statusCode() == 200);
        assertThat(health("/health").body()).contains("\"id\":\"context\"", "\"id\":\"komas-ledger\"");
        assertThat(give("status", "--check").exitCode()).isZero();
        sell("F2026-0201");
        sell("F2026-0203");

        await().atMost(Workshop.PATIENCE).until(() -> subjects().size() == 1);
        assertThat(subjects().get(0)).contains("Let op", "ontbreken factuurnummers");
        Said check = give("status", "--check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("F2026-0202", "komas-econnect gaps");
        assertThat(give("status", "--json").out()).contains("\"cause\":\"gaps/acme\"", "watch.gaps");
        assertThat(give("gaps", "acme").out()).contains("F2026-0202");
        HttpResponse<String> ill = health("/health");
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(ill.body()).contains("gaps/acme").doesNotContain(Workshop.KEY, Workshop.SECRET);
        assertThat(health("/health/ready").statusCode()).isEqualTo(200);

        assertThat(give("gaps", "acme", "--accept", "F2026-0202").exitCode()).isZero();

        await().atMost(Workshop.PATIENCE).until(() -> subjects().size() == 2);
        assertThat(subjects().get(1)).contains("Opgelost", "ontbreken factuurnummers");
        await().atMost(Workshop.PATIENCE).until(() -> health("/health").statusCode() == 200);
        assertThat(give("status", "--check").exitCode()).isZero();
        assertThat(give("gaps", "acme").out()).contains("ontbreken geen");
    }

    @Test
    void aPortThatIsInUseStopsNoInvoice() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            workshop.with("health.port=" + port).start();
            assertThat(causes()).containsExactly("health/port");
            sell("F2026-0201");
        }
        workshop.stop();
        workshop.start();
        assertThat(causes()).isEmpty();
    }

    /** A clock that is ahead by years, and put right while the program runs. */
    private static final class WrongClock extends Clock {
        private volatile Duration wrong = Duration.ofDays(730);

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(wrong);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void whatWaitedUnderAWrongClockGoesOnWhenItIsPutRight() throws Exception {
        WrongClock clock = new WrongClock();
        workshop.clock = clock;
        workshop.with("delivery.in-doubt-wait=1h", "delivery.retry.first=30m", "pickup.settle=1s")
                .start();
        FaultRule fault =
                workshop.simulator.faults().on(Operation.SEND_DOCUMENT).times(1).inject(Fault.resetBeforeAcceptance());
        workshop.export("A.XML", Workshop.sample("verkoop-peppol.xml"));
        await().atMost(Workshop.PATIENCE).until(() -> fault.hits() == 1);
        workshop.awaitState("F2026-0101", InvoiceState.ON_ITS_WAY);

        clock.wrong = Duration.ZERO;

        workshop.awaitState("F2026-0101", InvoiceState.SENT);
        assertThat(fault.hits()).isEqualTo(1);
        sell("F2026-0301");
    }
}
