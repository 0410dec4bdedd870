package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.mail.ConversationEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Makes {@link GuardedSocket}s, all within the same bounds. */
final class GuardedSockets extends SocketFactory {
    private final SSLSocketFactory tls;
    private final AnswerBound bound;
    private final Duration longest;

    /** @param longest that a conversation may take */
    GuardedSockets(SSLSocketFactory tls, AnswerBound bound, Duration longest) {
        this.tls = tls;
        this.bound = bound;
        this.longest = longest;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(tls, bound, new ConversationEnd(longest, System::nanoTime));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }
}
