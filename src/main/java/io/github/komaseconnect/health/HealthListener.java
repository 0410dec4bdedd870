package io.github.komaseconnect.health;

import com.sun.net.httpserver.HttpExchange;
import io.github.komaseconnect.health.HealthPage.Answer;
import io.github.komaseconnect.health.HealthPage.Question;
import io.github.komaseconnect.listener.SmallServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /health}, {@code /health/ready} and {@code /health/live}: 200 when all is well, 503 when not, JSON either way.
 * Java's own small server: there is one page and nothing to log in to.
 */
public final class HealthListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthListener.class);
    private static final Map<String, Question> PAGES =
            Map.of("/health", Question.EVERYTHING, "/health/ready", Question.READY, "/health/live", Question.LIVE);
    private static final int READERS = 4;
    private static final int UNAVAILABLE = 503;

    private final HealthPage page;
    private final Duration patience;
    private final SmallServer server;
    private final ExecutorService askers;

    /**
     * Listens.
     *
     * @param port 0: any that is free
     * @param patience how long the checks may take
     * @throws IOException when the address cannot be listened on
     */
    public HealthListener(String host, int port, HealthPage page, Duration patience) throws IOException {
        this.page = page;
        this.patience = patience;
        this.askers = threads();
        this.server = new SmallServer("health", READERS, host, port, this::answer);
        LOG.info("Gezondheid op / health at http://{}:{}/health", host, port());
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(0, READERS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "health");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Question> question =
                    Optional.ofNullable(PAGES.get(exchange.getRequestURI().getPath()));
            boolean reads = exchange.getRequestMethod().equals("GET")
                    || exchange.getRequestMethod().equals("HEAD");
            if (question.isEmpty() || !reads) {
                exchange.sendResponseHeaders(question.isEmpty() ? 404 : 405, -1);
                return;
            }
            Answer answer = asked(question.get());
            byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            int status = answer.well() ? 200 : UNAVAILABLE;
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, json.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(json);
            }
        }
    }

    private Answer asked(Question question) {
        if (question == Question.LIVE) {
            // waits for nothing: a ledger that does not answer is no reason to start the program again
            return page.ask(question);
        }
        try {
            Future<Answer> answer = askers.submit(() -> page.ask(question));
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException e) {
            return page.noAnswer();
        } catch (ExecutionException e) {
            LOG.warn("The health could not be found out", e);
            return page.noAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return page.noAnswer();
        }
    }

    @Override
    public void close() {
        server.close();
        askers.shutdownNow();
    }
}
