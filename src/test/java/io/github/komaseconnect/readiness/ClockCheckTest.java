package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            // this server adds the Date of this machine to every answer
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Finding look(Clock clock) throws InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/soap/v3.1");
        List<Finding> findings = new ClockCheck(clock).look(url);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void comparesWithTheTimeInTheAnswerWhateverItsStatus() throws InterruptedException {
        Finding finding = look(Clock.systemUTC());
        assertThat(finding.level()).isEqualTo(Level.OK);
        assertThat(finding.reason().english()).startsWith("The clock agrees");
    }

    @Test
    void aClockThatIsOffIsAnError() throws InterruptedException {
        assertThat(look(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-20)))
                        .reason()
                        .dutch())
                .contains("minuten achter");
        assertThat(look(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20))).level())
                .isEqualTo(Level.ERROR);
    }

    @Test
    void fiveMinutesAreTolerated() {
        assertThat(ClockCheck.compare(NOON.plusSeconds(300), NOON).level()).isEqualTo(Level.OK);
        assertThat(ClockCheck.compare(NOON.minusSeconds(300), NOON).level()).isEqualTo(Level.OK);
        assertThat(ClockCheck.compare(NOON.plusSeconds(301), NOON).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void whatCannotBeReachedCannotBeCompared() throws InterruptedException {
        server.stop(0);
        assertThat(look(Clock.systemUTC()).reason().english()).contains("could not be compared");
        Finding elsewhere = new ClockCheck(Clock.systemUTC())
                .look(URI.create("http://econnect.invalid/"))
                .get(0);
        assertThat(elsewhere.level()).isEqualTo(Level.WARNING);
    }
}
