package io.github.komaseconnect.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts one event to one hook, over HTTP or by mail. */
final class HookPoster implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";

    private final Platform platform;
    private final Optional<HookMail> mail;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "econnect-simulator-hook");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(threads)
            .build();

    HookPoster(Platform platform, Optional<HookMail> mail) {
        this.platform = platform;
        this.mail = mail;
    }

    /** Whether the hook took it, in words for people. */
    record Answer(HookAttempt.Result result, String detail) {
        private static Answer failed(Throwable cause) {
            Throwable root = cause.getCause() == null ? cause : cause.getCause();
            return new Answer(HookAttempt.Result.NOT_TAKEN, root.toString());
        }
    }

    /** Posts it; the result never fails. */
    CompletableFuture<Answer> post(Hook hook, PsbEvent event, HookStamp stamp) {
        try {
            return (hook.isMail() ? mail(hook, event) : http(hook, event, stamp)).exceptionally(Answer::failed);
        } catch (RejectedExecutionException | IllegalArgumentException e) {
            return CompletableFuture.completedFuture(Answer.failed(e));
        }
    }

    private CompletableFuture<Answer> mail(Hook hook, PsbEvent event) {
        if (mail.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Answer(HookAttempt.Result.NOT_TAKEN, "the simulator has no mail server"));
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    mail.get().send(hook, event, platform.boxes().findAtPsb(event.documentId()));
                    return new Answer(HookAttempt.Result.TAKEN, "mail");
                },
                threads);
    }

    private CompletableFuture<Answer> http(Hook hook, PsbEvent event, HookStamp stamp) {
        byte[] body = stamp.body().orElseGet(() -> body(hook, event, stamp)).getBytes(StandardCharsets.UTF_8);
        String secret = stamp.secret().orElseGet(hook::secret);
        HttpRequest.Builder request = HttpRequest.newBuilder(hook.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!secret.isEmpty()) {
            request.header("X-EConnect-Signature", "sha256=" + signature(body, secret));
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(response -> new Answer(
                        response.statusCode() / 100 == 2 ? HookAttempt.Result.TAKEN : HookAttempt.Result.NOT_TAKEN,
                        "HTTP " + response.statusCode()));
    }

    private String body(Hook hook, PsbEvent event, HookStamp stamp) {
        ObjectNode json = Json.object()
                .put("topic", event.topic().wireName())
                .put("partyId", event.partyId())
                .put("hookId", hook.id())
                .put("documentId", event.documentId())
                .put("message", event.message());
        ObjectNode details = json.putObject("details");
        event.sortedDetails().forEach(details::put);
        return json.put("createdOn", Json.time(event.createdOn()))
                .put("sentOn", Json.time(stamp.sentOn().orElseGet(platform::now)))
                .toString();
    }

    private static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
