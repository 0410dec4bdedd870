package io.github.komaseconnect.platform;

import static io.github.komaseconnect.platform.ScriptedServer.answering;
import static io.github.komaseconnect.platform.ScriptedServer.inTurn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.platform.TransportResult.Answered;
import io.github.komaseconnect.platform.TransportResult.Broken;
import io.github.komaseconnect.platform.TransportResult.NotWritten;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How camel-http really behaves below the route, told on raw sockets. */
class CamelSoapTransportTest {
    private static final Map<String, String> SHORT_WAITS = Map.of(
            "komas.http.connect-timeout",
            "300",
            "komas.http.connection-request-timeout",
            "300",
            "komas.http.response-timeout",
            "400",
            "komas.http.call-timeout",
            "1500");

    @TempDir
    Path tmp;

    @Test
    void postsTheMessageWithLengthAndHeaders() throws Exception {
        try (ScriptedServer server = new ScriptedServer(answering(200, "<answer/>"));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            TransportResult result = route.transport().call(request("<é/>", new Secret("")));

            assertThat(result).isEqualTo(new Answered(200));
            assertThat(answer()).isEqualTo("<answer/>");
            ScriptedServer.Received received = server.received().get(0);
            assertThat(received.requestLine()).isEqualTo("POST /soap/v3.1 HTTP/1.1");
            assertThat(received.header("SOAPAction")).isEqualTo("http://api.everbinding.nl/v3_1/SendDocument");
            assertThat(received.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
            assertThat(received.header("Content-Length")).isEqualTo("5");
            assertThat(received.header("User-Agent")).isEqualTo("komas-econnect");
            assertThat(received.body()).isEqualTo("<é/>");
            assertThat(received.headers()).doesNotContainKeys("Transfer-Encoding", "Expect", "Accept-Encoding");
            assertThat(received.headers().keySet()).noneMatch(name -> name.startsWith("Camel"));
        }
    }

    @Test
    void putsTheSubscriptionKeyInTheQuery() throws Exception {
        try (ScriptedServer server = new ScriptedServer(answering(200, "<answer/>"));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            route.transport().call(request("<a/>", new Secret("a+b/c=&d %")));

            assertThat(server.received().get(0).requestLine())
                    .isEqualTo("POST /soap/v3.1?subscriptionKey=a%2Bb%2Fc%3D%26d+%25 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 301, 401, 403, 404, 429, 500, 502, 503})
    void bringsEveryStatusBackAndRepeatsNothing(int status) throws Exception {
        try (ScriptedServer server = new ScriptedServer(call -> call.raw("HTTP/1.1 " + status
                        + " Scripted\r\nRetry-After: 0\r\nLocation: /elsewhere\r\nSet-Cookie: a=b\r\n"
                        + "Content-Length: 2\r\n\r\nno"));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            assertThat(route.transport().call(request("<a/>"))).isEqualTo(new Answered(status));
            assertThat(answer()).isEqualTo("no");
            assertThat(route.transport().call(request("<a/>"))).isEqualTo(new Answered(status));

            assertThat(server.received()).hasSize(2).allMatch(r -> !r.headers().containsKey("Cookie"));
        }
    }

    @Test
    void anEmptyAnswerIsAnAnswer() throws Exception {
        try (ScriptedServer server = new ScriptedServer(answering(503, ""));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            assertThat(route.transport().call(request("<a/>"))).isEqualTo(new Answered(503));
            assertThat(answer()).isEmpty();
        }
    }

    @Test
    void aRefusedConnectionWroteNothing() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        try (PlatformRoute route = new PlatformRoute("http://127.0.0.1:" + port + "/soap", SHORT_WAITS)) {
            assertThat(route.transport().call(request("<a/>"))).isInstanceOf(NotWritten.class);
        }
    }

    @Test
    void anUnknownHostWroteNothing() throws Exception {
        try (PlatformRoute route = new PlatformRoute("http://no-such-host.invalid/soap", SHORT_WAITS)) {
            assertThat(route.transport().call(request("<a/>"))).isInstanceOf(NotWritten.class);
        }
    }

    @Test
    void aConnectTimeOutWroteNothing() throws Exception {
        // a full accept queue leaves further connections hanging half open
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(busy.getInetAddress(), busy.getLocalPort());
                Socket second = new Socket(busy.getInetAddress(), busy.getLocalPort());
                PlatformRoute route =
                        new PlatformRoute("http://127.0.0.1:" + busy.getLocalPort() + "/soap", SHORT_WAITS)) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(route.transport().call(request("<a/>"))).isInstanceOf(NotWritten.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"closes", "talks nonsense", "keeps silent"})
    void aFailedTlsHandshakeWroteNothing(String server) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PlatformRoute route =
                        new PlatformRoute("https://127.0.0.1:" + socket.getLocalPort() + "/soap", SHORT_WAITS)) {
            CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(() -> {
                try {
                    Socket connection = socket.accept();
                    connection.getInputStream().read();
                    if (server.equals("closes")) {
                        connection.close();
                    } else if (server.equals("talks nonsense")) {
                        connection.getOutputStream().write("HTTP/1.1 400 no TLS here\r\n\r\n".getBytes());
                    }
                    return connection;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(route.transport().call(request("<a/>"))).isInstanceOf(NotWritten.class);
            accepted.get(5, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void aCertificateThatNobodySignedWroteNothing() throws Exception {
        try (ScriptedServer server = new ScriptedServer(selfSigned(), answering(200, "<answer/>"));
                PlatformRoute route = new PlatformRoute("https://127.0.0.1:" + server.port() + "/soap", SHORT_WAITS)) {
            assertThat(route.transport().call(request("<a/>"))).isInstanceOf(NotWritten.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aRouteWithoutTheStepThatKeepsTheAnswerIsBroken() throws Exception {
        String yaml = Files.readString(PlatformRoute.FILE);
        String without = yaml.substring(0, yaml.indexOf("        - process:"));
        try (ScriptedServer server = new ScriptedServer(answering(200, "<answer/>"));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS, without)) {
            assertThat(route.transport().call(request("<a/>"))).isInstanceOf(Broken.class);
        }
    }

    @Test
    void noFreeConnectionMeansNothingWritten() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Map<String, String> onePerTime = new HashMap<>(SHORT_WAITS);
        onePerTime.put("komas.http.connections", "1");
        onePerTime.put("komas.http.response-timeout", "5000");
        onePerTime.put("komas.http.call-timeout", "10000");
        try (ScriptedServer server = new ScriptedServer(call -> {
                    await(release);
                    call.answer(200, "<late/>");
                });
                PlatformRoute route = new PlatformRoute(server.url(), onePerTime)) {
            Path other = tmp.resolve("other.xml");
            CompletableFuture<TransportResult> first = CompletableFuture.supplyAsync(() -> route.transport()
                    .call(new SoapRequest(
                            Operation.SEND_DOCUMENT,
                            SoapMessage.of("<a/>".getBytes(StandardCharsets.UTF_8)),
                            new Secret(""),
                            other)));
            Awaitility.await().until(() -> server.received().size() == 1);

            assertThat(route.transport().call(request("<b/>"))).isInstanceOf(NotWritten.class);
            release.countDown();
            assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(new Answered(200));
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aResetAfterTheRequestIsBroken() throws Exception {
        breaks(ScriptedServer.Call::reset);
    }

    @Test
    void aCloseWithoutAnAnswerIsBroken() throws Exception {
        breaks(ScriptedServer.Call::close);
    }

    @Test
    void silenceIsBrokenAfterTheResponseTimeOut() throws Exception {
        breaks(call -> {});
    }

    @Test
    void halfAHeadIsBroken() throws Exception {
        breaks(call -> {
            call.raw("HTTP/1.1 200 OK\r\nContent-Le");
            call.close();
        });
    }

    @Test
    void halfASmallAnswerIsBroken() throws Exception {
        breaks(call -> {
            call.head(200, "text/xml", 100);
            call.raw("<half");
            call.close();
        });
    }

    @Test
    void halfALargeAnswerIsBroken() throws Exception {
        breaks(call -> {
            call.head(200, "text/xml", 1_000_000);
            call.raw("x".repeat(300_000));
            call.close();
        });
    }

    @Test
    void halfAChunkedAnswerIsBroken() throws Exception {
        breaks(call -> {
            call.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<half\r\n");
            call.close();
        });
    }

    @Test
    void anAnswerInDropsIsBrokenAfterTheCallTimeOut() throws Exception {
        long begun = System.nanoTime();
        breaks(call -> {
            call.head(200, "text/xml", 100_000);
            CountDownLatch never = new CountDownLatch(1);
            for (int i = 0; i < 60; i++) {
                call.raw("x");
                await(never, Duration.ofMillis(100));
            }
        });
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aServerThatStopsReadingIsBrokenAfterTheCallTimeOut() throws Exception {
        Path large = tmp.resolve("large");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(50_000_000);
        }
        try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PlatformRoute route =
                        new PlatformRoute("http://127.0.0.1:" + deaf.getLocalPort() + "/soap", SHORT_WAITS)) {
            SoapMessage message = SoapMessage.of(new byte[0], large, 0, 50_000_000);
            assertThat(route.transport()
                            .call(new SoapRequest(
                                    Operation.SEND_DOCUMENT, message, new Secret(""), tmp.resolve("answer"))))
                    .isInstanceOf(Broken.class);
        }
    }

    @Test
    void aMessageThatShrinksWhileItIsWrittenIsBroken() throws Exception {
        Path file = Files.writeString(tmp.resolve("message"), "<short/>");
        try (ScriptedServer server = new ScriptedServer(answering(200, "<answer/>"));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            SoapMessage message = SoapMessage.of("<head>".getBytes(StandardCharsets.UTF_8), file, 0, 1000);
            assertThat(route.transport()
                            .call(new SoapRequest(
                                    Operation.SEND_DOCUMENT, message, new Secret(""), tmp.resolve("answer"))))
                    .isInstanceOf(Broken.class);
        }
    }

    @Test
    void aKeptConnectionIsUsedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(answering(200, "<answer/>"));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            for (int i = 0; i < 3; i++) {
                assertThat(route.transport().call(request("<a/>"))).isEqualTo(new Answered(200));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aKeptConnectionThatTheServerClosedInBetweenIsNotWrittenTo() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(inTurn(
                        call -> {
                            call.answer(200, "<answer/>");
                            call.close();
                            closed.countDown();
                        },
                        answering(200, "<second/>")));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            assertThat(route.transport().call(request("<a/>"))).isEqualTo(new Answered(200));
            await(closed);
            assertThat(route.transport().call(request("<a/>"))).isEqualTo(new Answered(200));

            assertThat(answer()).isEqualTo("<second/>");
            assertThat(server.received()).hasSize(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aStoppedContextIsBrokenAtWorst() throws Exception {
        try (ScriptedServer server = new ScriptedServer(answering(200, "<answer/>"));
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            route.context().stop();
            assertThat(route.transport().call(request("<a/>"))).isNotInstanceOf(Answered.class);
            assertThat(server.received()).isEmpty();
        }
    }

    private void breaks(ScriptedServer.Part part) throws Exception {
        try (ScriptedServer server = new ScriptedServer(part);
                PlatformRoute route = new PlatformRoute(server.url(), SHORT_WAITS)) {
            assertThat(route.transport().call(request("<a/>"))).isInstanceOf(Broken.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    private SoapRequest request(String text) {
        return request(text, new Secret(""));
    }

    private SoapRequest request(String text, Secret subscriptionKey) {
        return new SoapRequest(
                Operation.SEND_DOCUMENT,
                SoapMessage.of(text.getBytes(StandardCharsets.UTF_8)),
                subscriptionKey,
                tmp.resolve("answer.xml"));
    }

    private String answer() throws IOException {
        return Files.readString(tmp.resolve("answer.xml"));
    }

    private ServerSocket selfSigned() throws Exception {
        Path store = tmp.resolve("self-signed.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void await(CountDownLatch latch) {
        await(latch, Duration.ofSeconds(10));
    }

    private static void await(CountDownLatch latch, Duration longest) {
        try {
            latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
