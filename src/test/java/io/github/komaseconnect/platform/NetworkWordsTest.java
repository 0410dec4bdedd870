package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class NetworkWordsTest {
    @Test
    void theNearestKnownFailureNamesIt() {
        assertThat(NetworkWords.describe(new ConnectException("x"))).isEqualTo("connection refused");
        assertThat(NetworkWords.describe(new SocketException("x"))).isEqualTo("connection reset");
        assertThat(NetworkWords.describe(new IOException("x", new SSLHandshakeException("y"))))
                .isEqualTo("TLS or certificate");
    }

    @Test
    void anUnknownFailureIsNamedByItsTypeNeverByItsText() {
        assertThat(NetworkWords.describe(new IOException("https://host/?subscriptionKey=1")))
                .isEqualTo("IOException");
    }
}
