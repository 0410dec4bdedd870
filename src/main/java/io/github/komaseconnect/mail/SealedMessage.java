package io.github.komaseconnect.mail;

import jakarta.mail.Address;
import jakarta.mail.IllegalWriteException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A finished message that goes out exactly as it lies in the archive: nothing on its way (neither Camel nor the mail
 * library, which call {@code saveChanges} and set headers before they send) can change a byte. It also remembers
 * whether the server was given any of its content, which decides between "certainly not sent" and "in doubt". Use a new
 * one for every attempt.
 *
 * <p>Only the headers are held in memory; the file is opened anew for each reading and is not kept open.
 */
public final class SealedMessage extends MimeMessage {
    private final Optional<String> companyKey;
    private final Content content;
    private final List<InternetAddress> unseen;
    private volatile boolean contentBegun;
    private volatile String server = "";

    private SealedMessage(Optional<String> companyKey, Content content, List<InternetAddress> unseen)
            throws MessagingException, IOException {
        super((Session) null);
        this.companyKey = companyKey;
        this.content = content;
        this.unseen = List.copyOf(unseen);
        try (InputStream in = new BufferedInputStream(content.open())) {
            headers = new InternetHeaders(in, true);
        }
        modified = false;
        saved = true;
    }

    /**
     * The message in an {@code .eml} file with CRLF line ends and without Bcc.
     *
     * @param companyKey whose mail settings it leaves by
     * @param unseen who gets it without being named in it (bcc)
     * @throws IOException when the file cannot be read
     * @throws MessagingException when its headers make no sense
     */
    static SealedMessage of(String companyKey, Path eml, List<InternetAddress> unseen)
            throws MessagingException, IOException {
        return new SealedMessage(
                Optional.of(companyKey), new Content(() -> Files.newInputStream(eml), Files.size(eml)), unseen);
    }

    /** The same for those only who are named in it. */
    public static SealedMessage of(String companyKey, Path eml) throws MessagingException, IOException {
        return of(companyKey, eml, List.of());
    }

    /** A small message held in memory; without a company it leaves by the general mail settings. */
    static SealedMessage of(Optional<String> companyKey, byte[] eml) throws MessagingException {
        try {
            return new SealedMessage(
                    companyKey, new Content(() -> new ByteArrayInputStream(eml), eml.length), List.of());
        } catch (IOException e) {
            throw new MessagingException("cannot read from memory", e);
        }
    }

    /** The company whose mail settings this message leaves by; empty for the general ones. */
    public Optional<String> companyKey() {
        return companyKey;
    }

    /**
     * Whether any of the content was handed to the server. While not, the message is certainly not sent; afterwards
     * only a definite answer of the server tells.
     */
    public boolean contentBegun() {
        return contentBegun;
    }

    /** {@code host:port} of the server that sending was tried with; empty before that. */
    String server() {
        return server;
    }

    /** In bytes, as it goes over the line. */
    long bytes() {
        return content.size();
    }

    void goingTo(String hostAndPort) {
        server = hostAndPort;
    }

    /** Those named in it and those who are not; nobody twice. */
    @Override
    public Address[] getAllRecipients() throws MessagingException {
        Set<Address> all = new LinkedHashSet<>();
        Optional.ofNullable(super.getAllRecipients()).ifPresent(named -> all.addAll(Arrays.asList(named)));
        all.addAll(unseen);
        return all.toArray(Address[]::new);
    }

    /** Whether a server must know letters beyond ASCII in addresses. */
    boolean isInternational() throws MessagingException {
        return Stream.of(getAllRecipients(), getFrom(), getReplyTo())
                .flatMap(Stream::of)
                .anyMatch(MailAddress::isInternational);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException, MessagingException {
        try (InputStream in = content.open()) {
            contentBegun = true;
            in.transferTo(out);
        }
    }

    /** Writes everything, whatever is to be left out: the only header that senders leave out is Bcc. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        writeTo(out);
    }

    @Override
    public void saveChanges() {
        // there are none
    }

    /** Accepts the value that is there already (Camel sets the Message-ID again); refuses any other. */
    @Override
    public void setHeader(String name, String value) throws MessagingException {
        if (!Objects.equals(value, getHeader(name, null))) {
            throw new IllegalWriteException("a sealed message cannot change: " + name);
        }
    }

    @Override
    public void addHeader(String name, String value) throws MessagingException {
        throw new IllegalWriteException("a sealed message cannot change: " + name);
    }

    @Override
    public void addHeaderLine(String line) throws MessagingException {
        throw new IllegalWriteException("a sealed message cannot change");
    }

    @Override
    public void removeHeader(String name) throws MessagingException {
        throw new IllegalWriteException("a sealed message cannot change: " + name);
    }

    @Override
    protected InputStream getContentStream() throws MessagingException {
        try {
            InputStream in = new BufferedInputStream(content.open());
            new InternetHeaders(in, true);
            return in;
        } catch (IOException e) {
            throw new MessagingException("cannot read the message", e);
        }
    }

    private record Content(Source source, long size) {
        InputStream open() throws IOException {
            return source.open();
        }
    }

    private interface Source {
        InputStream open() throws IOException;
    }
}
