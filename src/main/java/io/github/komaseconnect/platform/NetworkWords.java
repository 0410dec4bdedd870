package io.github.komaseconnect.platform;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** A short name for a network failure. The texts of the exceptions themselves never leave: some hold URLs. */
public final class NetworkWords {
    private static final Map<Class<?>, String> WORDS = Map.of(
            UnknownHostException.class, "unknown host",
            ConnectTimeoutException.class, "connect time-out",
            ConnectionRequestTimeoutException.class, "no free connection",
            NoRouteToHostException.class, "no route",
            NoHttpResponseException.class, "connection closed",
            ConnectionClosedException.class, "connection closed",
            SSLException.class, "TLS or certificate",
            SocketTimeoutException.class, "time-out",
            SocketException.class, "connection reset",
            ConnectException.class, "connection refused");

    private NetworkWords() {}

    /** In a few English words; the class of the failure when it is none of those known. */
    public static String describe(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> word = word(cause.getClass());
            if (word.isPresent()) {
                return word.get();
            }
        }
        return failure.getClass().getSimpleName();
    }

    private static Optional<String> word(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            String word = WORDS.get(at);
            if (word != null) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
