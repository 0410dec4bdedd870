package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
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
import java.util.ArrayList;
import java.util.List;
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

    private interface Look {
        void at(String said, String port) throws Exception;
    }

    private void whileItServes(Look look, String... options) throws Exception {
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
        List<String> words = new ArrayList<>(List.of("simulate", "--port", "0"));
        words.addAll(List.of(options));
        Thread command = new Thread(() ->
                exitCode.complete(new KomasEconnect(surroundings).commandLine().execute(words.toArray(String[]::new))));
        command.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> out.toString().contains("Ctrl-C")
                        && ADDRESS.matcher(out.toString()).find());

        Matcher address = ADDRESS.matcher(out.toString());
        assertThat(address.find()).isTrue();
        look.at(out.toString(), address.group(1));

        command.interrupt();
        assertThat(exitCode.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void tellsHowToRehearseAndServesUntilItIsStopped() throws Exception {
        whileItServes((said, port) -> {
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/control"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(said)
                    .contains(
                            "company.acme.connection-key=rehearsal-key",
                            "nooit in dat van een echt bedrijf",
                            "a ledger belongs to one environment for ever",
                            "brug/import brug/export",
                            "acme/relations.csv",
                            "--home MAP check --fix-hooks");
        });
    }

    @Test
    void makesAHomeToRehearseWithThatNeedsNothingMore() throws Exception {
        Path home = folder.resolve("om te oefenen");
        whileItServes(
                (said, port) -> {
                    Configuration configuration = new ConfigurationReader(name -> Optional.empty()).read(home);
                    assertThat(configuration.settings().platformUrl().toString())
                            .contains(":" + port + "/");
                    assertThat(configuration.companies())
                            .extracting(Company::key)
                            .containsExactlyInAnyOrder("acme", "brug")
                            .hasSize(2);
                    assertThat(configuration.companies()).allSatisfy(company -> {
                        assertThat(company.folders().exportFolder()).isEmptyDirectory();
                        assertThat(company.relations())
                                .content()
                                .contains("10001;", "relatienummer;")
                                .doesNotContain("10003;");
                    });
                    assertThat(home.resolve("voorbeelden/verkoop-peppol.xml")).isNotEmptyFile();
                    assertThat(said).contains('"' + home.toString() + "\" check --fix-hooks");
                },
                "--make-home",
                "om te oefenen");

        Said again = new CommandDesk(folder).give("simulate", "--port", "0", "--make-home", home.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("lege map", "empty folder");
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
