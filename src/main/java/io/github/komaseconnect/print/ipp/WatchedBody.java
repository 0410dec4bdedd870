package io.github.komaseconnect.print.ipp;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** What is sent, and when the last of it so far was taken: the HTTP client asks for more only when it could write what it had. */
final class WatchedBody implements BodyPublisher {
    private final BodyPublisher body;
    private volatile long movedAt = System.nanoTime();

    /** Nothing has moved yet; the silence begins now. */
    WatchedBody(BodyPublisher body) {
        this.body = body;
    }

    /** For how long nothing has moved, in nanoseconds. */
    long silentFor() {
        return System.nanoTime() - movedAt;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> taker) {
        body.subscribe(new Flow.Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                movedAt = System.nanoTime();
                taker.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long parts) {
                        movedAt = System.nanoTime();
                        subscription.request(parts);
                    }

                    @Override
                    public void cancel() {
                        subscription.cancel();
                    }
                });
            }

            @Override
            public void onNext(ByteBuffer part) {
                taker.onNext(part);
            }

            @Override
            public void onError(Throwable failure) {
                taker.onError(failure);
            }

            @Override
            public void onComplete() {
                movedAt = System.nanoTime();
                taker.onComplete();
            }
        });
    }
}
