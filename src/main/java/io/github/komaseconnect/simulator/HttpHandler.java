package io.github.komaseconnect.simulator;

import java.util.Optional;

/** Decides on requests; the connection knows nothing of what they mean. */
interface HttpHandler {
    /** The answer to a request that is refused without reading its body. */
    Optional<HttpAnswer> refuse(HttpRequest head);

    /** What happens to a request that was read completely. */
    Reaction handle(HttpRequest request) throws InterruptedException;
}
