package io.github.komaseconnect.platform;

import java.io.IOException;

/** A call that failed before the first byte of the request went out; the cause says why. */
final class RequestNotWrittenException extends IOException {
    private static final long serialVersionUID = 1L;

    RequestNotWrittenException(Exception cause) {
        super(cause);
    }
}
