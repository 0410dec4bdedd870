package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.mail.ConversationEnd;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection with an IMAP server: TLS from the first byte, with certificate and host name checked, within an
 * {@link AnswerBound} and a {@link ConversationEnd}. The TLS is in here, and the mail library takes this for a plain
 * socket, because only inside the TLS can be seen what a server announces.
 */
final class GuardedSocket extends Socket {
    private final SSLSocketFactory tls;
    private final AnswerBound bound;
    private final ConversationEnd end;
    private Optional<SSLSocket> secured = Optional.empty();

    GuardedSocket(SSLSocketFactory tls, AnswerBound bound, ConversationEnd end) {
        this.tls = tls;
        this.bound = bound;
        this.end = end;
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        super.connect(address, timeout);
        InetSocketAddress server = (InetSocketAddress) address;
        try {
            SSLSocket layer = (SSLSocket) tls.createSocket(this, server.getHostString(), server.getPort(), false);
            SSLParameters parameters = layer.getSSLParameters();
            // the rules of HTTPS for names in a certificate are those of IMAP (RFC 7817)
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            layer.setSSLParameters(parameters);
            // hands are shaken with the first word: failing at that is not the same as not being connected
            secured = Optional.of(layer);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return secured.isPresent() ? bound.in(secured.get().getInputStream()) : end.in(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return secured.isPresent() ? bound.out(secured.get().getOutputStream()) : end.out(super.getOutputStream());
    }
}
