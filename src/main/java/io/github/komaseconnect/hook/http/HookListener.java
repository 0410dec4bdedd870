package io.github.komaseconnect.hook.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.komaseconnect.hook.HookReception;
import io.github.komaseconnect.hook.HookReception.Welcome;
import io.github.komaseconnect.hook.HookSignature;
import io.github.komaseconnect.listener.SmallServer;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/econnect/<company>}: 200 when the body is on disk, 401 or 403 without the right signature, 404 for
 * anything that is not there, 413 when it is too large, and 503 when it cannot be kept, so that eConnect sends it again.
 * The answers say nothing more.
 */
public final class HookListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HookListener.class);
    private static final Pattern PATH = Pattern.compile("/hooks/econnect/([a-z0-9-]{1,100})");
    private static final int THREADS = 6;
    private static final String ASK_AGAIN_AFTER_SECONDS = "60";

    private final HookReception reception;
    private final int maxSize;
    private final SmallServer server;

    /**
     * Listens.
     *
     * @param port 0: any that is free
     * @param maxSize of a body, in bytes
     * @throws IOException when the address cannot be listened on
     */
    public HookListener(String host, int port, int maxSize, HookReception reception) throws IOException {
        this.reception = reception;
        this.maxSize = maxSize;
        this.server = new SmallServer("hooks", THREADS, host, port, this::answer);
        LOG.info("Hooks van eConnect op / hooks of eConnect at http://{}:{}/hooks/econnect/<company>", host, port());
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = status(exchange);
            if (status == 503) {
                exchange.getResponseHeaders().set("Retry-After", ASK_AGAIN_AFTER_SECONDS);
            }
            if (status == 405) {
                exchange.getResponseHeaders().set("Allow", "POST");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return 404;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        String company = path.group(1);
        if (!reception.knows(company)) {
            return 404;
        }
        if (announcedSize(exchange) > maxSize) {
            reception.refuse(company);
            return 413;
        }
        byte[] body = exchange.getRequestBody().readNBytes(maxSize + 1);
        if (body.length > maxSize) {
            reception.refuse(company);
            return 413;
        }
        Optional<String> signature =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(HookSignature.HEADER));
        return status(reception.receive(company, signature, body));
    }

    private static int status(Welcome welcome) {
        return switch (welcome) {
            case STORED -> 200;
            case UNKNOWN -> 404;
            case NOT_SIGNED -> 401;
            case WRONGLY_SIGNED -> 403;
            case NOT_NOW -> 503;
        };
    }

    private static long announcedSize(HttpExchange exchange) {
        try {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
                    .map(Long::parseLong)
                    .orElse(0L);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
