package io.github.komaseconnect.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Closes the connection of a call that takes too long as a whole. The client's own time-outs count from one byte to the
 * next, and none bounds a server that stops reading in the middle of a large request.
 */
final class CallDeadline implements ExecChainHandler {
    private final ScheduledExecutorService timer;
    private final Duration longest;

    CallDeadline(ScheduledExecutorService timer, Duration longest) {
        this.timer = timer;
        this.longest = longest;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Future<?> alarm = timer.schedule(scope.execRuntime::discardEndpoint, longest.toMillis(), TimeUnit.MILLISECONDS);
        boolean answerToBeRead = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getEntity() != null) {
                response.setEntity(new WatchedEntity(response.getEntity(), alarm));
                answerToBeRead = true;
            }
            return response;
        } finally {
            if (!answerToBeRead) {
                alarm.cancel(false);
            }
        }
    }

    /** Calls the alarm off once the answer has been read. */
    private static final class WatchedEntity extends HttpEntityWrapper {
        private final Future<?> alarm;

        WatchedEntity(HttpEntity entity, Future<?> alarm) {
            super(entity);
            this.alarm = alarm;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public void close() throws IOException {
                    alarm.cancel(false);
                    super.close();
                }
            };
        }

        @Override
        public void close() throws IOException {
            alarm.cancel(false);
            super.close();
        }
    }
}
