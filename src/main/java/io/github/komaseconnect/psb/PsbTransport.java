package io.github.komaseconnect.psb;

import io.github.komaseconnect.platform.TransportResult;

/** Carries one request to the PSB and brings the answer back; repeats nothing by itself. */
@FunctionalInterface
interface PsbTransport {
    /** Makes the request once and waits for a bounded time; never throws for what the network or the other side does. */
    TransportResult call(PsbRequest request);
}
