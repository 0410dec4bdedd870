package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.cli.CommandDesk.Said;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/control/journal");

    @TempDir
    Path folder;

    @Test
    void tellsHowToRehearseAndServesUntilItIsStopped() throws Exception {
        StringWriter out = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new Terminal(out, new StringWriter(), StandardCharsets.UTF_8, question -> Optional.empty()),
                name -> Optional.empty(),
                folder,
                folder,
                "anna@kantoor",
                Clock.systemUTC(),
                Duration.ofSeconds(1));
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Thread command = new Thread(() ->
                exitCode.complete(new KomasEconnect(surroundings).commandLine().execute("simulate", "--port", "0")));
        command.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> out.toString().contains("Ctrl-C")
                        && ADDRESS.matcher(out.toString()).find());

        Matcher address = ADDRESS.matcher(out.toString());
        assertThat(address.find()).isTrue();
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.group(1) + "/control"))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(out.toString()).contains("company.acme.connection-key=rehearsal-key");

        command.interrupt();
        assertThat(exitCode.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void saysWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Said said = new CommandDesk(folder).give("simulate", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains("Poort " + taken.getLocalPort()).contains("--port");
        }
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThat(new CommandDesk(folder).give("simulate", "--port", "70000").exitCode())
                .isEqualTo(2);
    }
}
