package io.github.komaseconnect.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The step of the route that brings an answer, however large, from the connection into the caller's file; the body of the
 * message is that {@link java.io.File} afterwards. It has to be done within the route: the connection goes back to the
 * pool when the route ends.
 */
public final class AnswerKeeper implements Processor {
    /** Exchange property with the {@link Path} that takes the answer. */
    static final String FILE = "econnectAnswerFile";

    /** Exchange property: {@code true} once the whole answer is there. */
    static final String KEPT = "econnectAnswerKept";

    @Override
    public void process(Exchange exchange) throws IOException {
        Path file = exchange.getProperty(FILE, Path.class);
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            Files.copy(body == null ? InputStream.nullInputStream() : body, file, StandardCopyOption.REPLACE_EXISTING);
        }
        exchange.getMessage().setBody(file.toFile());
        exchange.setProperty(KEPT, true);
    }
}
