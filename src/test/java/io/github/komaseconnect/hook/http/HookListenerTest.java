package io.github.komaseconnect.hook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.hook.HookRoom;
import io.github.komaseconnect.hook.HookSignature;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door for hooks, over real sockets. */
class HookListenerTest {
    private static final int MOST = 5000;
    private static final String BODY =
            HookRoom.json("InvoiceReceived", "doc-1", "2026-11-22T08:59:00Z", "2026-11-22T08:59:01Z");

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private HookRoom room;
    private HookListener listener;
    private volatile boolean gone;

    @BeforeEach
    void open() throws Exception {
        room = new HookRoom(folder);
        room.restart(folder, new LeavingLedger());
        listener = new HookListener("127.0.0.1", 0, MOST, room.reception);
    }

    @AfterEach
    void close() {
        listener.close();
        room.close();
    }

    private int post(String path, String signature, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20));
        if (!signature.isEmpty()) {
            request.header("X-EConnect-Signature", signature);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEmpty();
        return answer.statusCode();
    }

    private static String signed(String body) {
        return HookSignature.of(HookRoom.SECRET, body.getBytes(StandardCharsets.UTF_8));
    }

    private int stored() {
        return room.ledger
                .reading(books -> books.hooks().due("acme", room.clock.instant(), room.clock.instant(), 99))
                .size();
    }

    @Test
    void whatIsRightlySignedIsOnDiskWhenItIsAnswered() throws Exception {
        assertThat(post("/hooks/econnect/acme", signed(BODY), BODY)).isEqualTo(200);

        assertThat(room.event(1).orElseThrow().body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(BODY);
    }

    @Test
    void theSignatureIsThatOfTheFacts() {
        // computed with: printf '%s' '{"topic":"X"}' | openssl dgst -sha256 -hmac 'correct horse battery'
        assertThat(signed("{\"topic\":\"X\"}"))
                .isEqualTo("sha256=2ed26b8c69b5ca111df44de0c53e79352334340c228eebb98fa769fc3156b9fe");
    }

    @Test
    void everythingElseIsRefusedWithoutAWord() throws Exception {
        assertThat(post("/hooks/econnect/acme", "", BODY)).isEqualTo(401);
        assertThat(post("/hooks/econnect/acme", signed(BODY + " "), BODY)).isEqualTo(403);
        assertThat(post("/hooks/econnect/nobody", signed(BODY), BODY)).isEqualTo(404);
        assertThat(post("/hooks/econnect/gamma", signed(BODY), BODY)).isEqualTo(404);
        assertThat(post("/hooks/econnect/acme/x", signed(BODY), BODY)).isEqualTo(404);
        assertThat(post("/hooks/econnect/../econnect/acme", signed(BODY), BODY)).isEqualTo(404);
        assertThat(post("/", signed(BODY), BODY)).isEqualTo(404);
        HttpRequest get = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + listener.port() + "/hooks/econnect/acme"))
                .build();
        assertThat(client.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
        assertThat(room.event(1)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefusedAnnouncedOrNot() throws Exception {
        String large = "{\"topic\":\"" + "x".repeat(MOST) + "\"}";
        assertThat(post("/hooks/econnect/acme", signed(large), large)).isEqualTo(413);

        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + listener.port() + "/hooks/econnect/acme"))
                .header("X-EConnect-Signature", signed(large))
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .timeout(Duration.ofSeconds(20))
                .build();
        assertThat(client.send(chunked, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(413);
        assertThat(post("/hooks/econnect/acme", signed(BODY), BODY)).isEqualTo(200);
    }

    @Test
    void whatCannotBeKeptIsToBeSentAgain() throws Exception {
        gone = true;
        assertThat(post("/hooks/econnect/acme", signed(BODY), BODY)).isEqualTo(503);

        gone = false;
        assertThat(post("/hooks/econnect/acme", signed(BODY), BODY)).isEqualTo(200);
        assertThat(room.event(1)).isPresent();
    }

    @Test
    void clientsThatAreSlowKeepNobodyOut() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < 12; n++) {
                Socket socket = new Socket("127.0.0.1", listener.port());
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(("POST /hooks/econnect/acme HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
                                + "X-EConnect-Signature: sha256=00\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> assertThat(
                            post("/hooks/econnect/acme", signed(BODY), BODY))
                    .isEqualTo(200));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(stored()).isEqualTo(1);
    }

    private final class LeavingLedger implements Ledger {
        @Override
        public <T> T inTransaction(Function<Books, T> work) {
            if (gone) {
                throw new LedgerUnavailableException("gone", new IllegalStateException());
            }
            return room.ledger.inTransaction(work);
        }

        @Override
        public <T> T reading(Function<Books, T> work) {
            return room.ledger.reading(work);
        }

        @Override
        public void soon(Consumer<Books> work) {
            room.ledger.soon(work);
        }

        @Override
        public void close() {
            // the room closes it
        }
    }
}
