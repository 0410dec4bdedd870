package io.github.komaseconnect.psb;

import io.github.komaseconnect.rest.RequestBody;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One call to the PSB, before it is known by which token.
 *
 * @param repetition whether it may be carried out twice
 * @param subject what a 404 is about
 */
record Call(
        String method,
        URI address,
        Map<String, String> headers,
        Optional<RequestBody> body,
        Repetition repetition,
        Subject subject) {
    /** What it means to carry it out twice. */
    enum Repetition {
        /** As good as once: a call without a usable answer is tried again. */
        HARMLESS,
        /** It would be done twice: without a usable answer it is in doubt. */
        HARMFUL
    }

    /** What does not exist when the PSB answers 404. */
    enum Subject {
        /** The company, or the address of the PSB. */
        COMPANY,
        /** A document, a hook, a receiver. */
        THING,
        /** The receiver of a document, or else the company: of both the PSB says the same. */
        RECEIVER
    }

    /** A question. */
    static Call get(URI address, Subject subject) {
        return new Call("GET", address, Map.of(), Optional.empty(), Repetition.HARMLESS, subject);
    }

    /** What is removed twice is gone. */
    static Call delete(URI address) {
        return new Call("DELETE", address, Map.of(), Optional.empty(), Repetition.HARMLESS, Subject.THING);
    }

    /** With a JSON body. */
    static Call json(String method, URI address, byte[] body, Repetition repetition, Subject subject) {
        return new Call(
                method,
                address,
                Map.of(),
                Optional.of(RequestBody.text("application/json; charset=utf-8", body)),
                repetition,
                subject);
    }
}
