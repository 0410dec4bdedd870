package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.Reply;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a reply out of a response.
 *
 * @param <T> what the caller of the operation gets
 */
@FunctionalInterface
interface Reading<T> {
    /** @param answer the response as it came; gone after this, unless moved away */
    Reply<T> read(Element response, Path answer) throws UnusableAnswerException, IOException;
}
