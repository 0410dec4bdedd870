package io.github.komaseconnect.crash;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.mail.GreenMailTls;
import io.github.komaseconnect.mail.TestTls;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;

/** A mailbox on a real IMAP server, in which mails come back. */
public final class Postbox implements AutoCloseable {
    private static final String USER = "terug@acme.example";
    private static final String PASSWORD = "terug-2b7c";

    private final TestTls tls = GreenMailTls.certificate();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    private final GreenMailUser user;

    /** Starts the server, with nothing in the mailbox. */
    public Postbox() {
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
    }

    /** The lines of a configuration that has it read. */
    public String settings() {
        return "mail.bounces=imaps://" + USER + "@localhost:"
                + server.getImaps().getPort() + "/INBOX\n" + "mail.bounces-password=" + PASSWORD + "\n";
    }

    /** What a JVM needs to trust it, and to look into it often. */
    public String javaOptions() {
        return "-Djavax.net.ssl.trustStore=" + tls.store() + " -Djavax.net.ssl.trustStorePassword=" + tls.password()
                + " -Dkomas.mailbox.poll=300";
    }

    /** A mail comes in. */
    public void arrives(String mail) throws IOException {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** How many mails are marked as read. */
    public long read() {
        return Stream.of(server.getReceivedMessages()).filter(Postbox::isRead).count();
    }

    private static boolean isRead(MimeMessage mail) {
        try {
            return mail.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
