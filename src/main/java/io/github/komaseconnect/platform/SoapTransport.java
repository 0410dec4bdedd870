package io.github.komaseconnect.platform;

/** Carries one SOAP message to the platform and brings the answer back; repeats nothing by itself. */
@FunctionalInterface
public interface SoapTransport {
    /** Posts once and waits for a bounded time; never throws for what the network or the other side does. */
    TransportResult call(SoapRequest request);
}
