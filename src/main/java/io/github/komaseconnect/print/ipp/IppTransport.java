package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import io.github.komaseconnect.print.ipp.IppAnswer.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Carries IPP over HTTP (RFC 8010): one request, one answer, nothing repeated, no redirect followed. Certificates and host names are checked for
 * {@code ipps}. What a printer answers is not trusted: it ends at a size, and what is no IPP is an unusable answer.
 */
final class IppTransport {
    private static final String MEDIA_TYPE = "application/ipp";
    private static final int MOST = 512 * 1024;

    private final HttpClient client;
    private final PrinterPatience patience;

    /** Trusts whom Java trusts. */
    IppTransport(PrinterPatience patience) {
        this(patience, HttpClient.newBuilder());
    }

    /** Trusts whom this one trusts. */
    IppTransport(PrinterPatience patience, SSLContext trust) {
        this(patience, HttpClient.newBuilder().sslContext(trust));
    }

    private IppTransport(PrinterPatience patience, HttpClient.Builder builder) {
        this.client = builder.connectTimeout(patience.connect())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.patience = patience;
    }

    /** Asks; {@code document} goes along behind the packet. */
    IppAnswer ask(PrinterAddress printer, Optional<PrinterLogin> login, IppPacket request, Optional<Path> document) {
        WatchedBody body;
        HttpRequest post;
        try {
            body = new WatchedBody(body(request, document));
            HttpRequest.Builder builder = HttpRequest.newBuilder(printer.http())
                    .header("Content-Type", MEDIA_TYPE)
                    .header("Accept", MEDIA_TYPE)
                    .POST(body);
            login.ifPresent(known -> builder.header("Authorization", known.authorization()));
            post = builder.build();
        } catch (IOException e) {
            return new IppAnswer.NotSent(Trouble.OFFLINE, words(e));
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(post, info -> new BoundedBody(MOST));
        try {
            return read(document.isPresent() ? following(answer, body) : within(answer, patience.answer()));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new IppAnswer.Unusable("time-out");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new IppAnswer.Unusable("interrupted");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private static <T> T within(CompletableFuture<T> answer, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits as long as anything moves, and no longer than the longest. */
    private <T> T following(CompletableFuture<T> answer, WatchedBody body)
            throws InterruptedException, ExecutionException, TimeoutException {
        long silence = patience.silence(body.contentLength()).toNanos();
        long begun = System.nanoTime();
        while (true) {
            long left =
                    Math.min(silence - body.silentFor(), patience.longest().toNanos() - (System.nanoTime() - begun));
            if (left <= 0) {
                throw new TimeoutException();
            }
            try {
                return answer.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // something may have moved meanwhile: then it is waited for on
            }
        }
    }

    private static BodyPublisher body(IppPacket request, Optional<Path> document) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(packet)) {
            out.write(request);
        }
        BodyPublisher head = BodyPublishers.ofByteArray(packet.toByteArray());
        return document.isPresent() ? BodyPublishers.concat(head, BodyPublishers.ofFile(document.get())) : head;
    }

    private static IppAnswer read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return new IppAnswer.HttpStatus(response.statusCode());
        }
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(response.body()))) {
            return new IppAnswer.Packet(in.readPacket());
        } catch (IOException | RuntimeException | StackOverflowError noIpp) {
            // collections within collections without end are read by a method that calls itself
            return new IppAnswer.Unusable("no IPP: " + noIpp.getClass().getSimpleName());
        }
    }

    /** Only what certainly came before the first byte of the request counts as not sent. */
    private static IppAnswer failed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return new IppAnswer.NotSent(Trouble.UNKNOWN_HOST, "");
            }
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof HttpConnectTimeoutException) {
                boolean unknown = hasCause(cause, UnresolvedAddressException.class);
                return new IppAnswer.NotSent(unknown ? Trouble.UNKNOWN_HOST : Trouble.OFFLINE, words(failure));
            }
            if (cause instanceof SSLHandshakeException) {
                return new IppAnswer.NotSent(Trouble.NOT_TRUSTED, words(cause));
            }
        }
        return new IppAnswer.Unusable(failure instanceof SSLException ? "TLS: " + words(failure) : words(failure));
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        return failure != null && (type.isInstance(failure) || hasCause(failure.getCause(), type));
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
