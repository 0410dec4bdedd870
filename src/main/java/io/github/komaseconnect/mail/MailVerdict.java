package io.github.komaseconnect.mail;

import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.Delivered;
import io.github.komaseconnect.delivery.AttemptOutcome.InDoubt;
import io.github.komaseconnect.delivery.AttemptOutcome.Rejected;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Judges how an attempt to send a mail ended. The rule: until the content has begun the mail is certainly not sent;
 * after that a definite answer of the server decides (RFC 5321: 4xx and 5xx mean that it has not taken the message), and
 * without an answer the attempt is in doubt.
 */
public final class MailVerdict {
    /** Sending returned normally: the server has taken the message. The reference is the Message-ID. */
    public AttemptOutcome accepted(SealedMessage message) {
        try {
            return new Delivered(message.getMessageID());
        } catch (MessagingException e) {
            throw new IllegalStateException("a sealed message has its headers in memory", e);
        }
    }

    /**
     * Sending ended with an exception.
     *
     * @param failure as it was thrown, wrapped or not
     * @param message the very instance that was to be sent: it knows whether its content had begun
     */
    public AttemptOutcome failed(Exception failure, SealedMessage message) {
        String server = message.server().isEmpty() ? "?" : message.server();
        Optional<ServerAnswer> no = all(failure, SMTPSendFailedException.class)
                .filter(e -> ServerAnswer.isNo(e.getReturnCode()))
                .map(e -> ServerAnswer.of(e.getReturnCode(), e.getMessage()))
                .findFirst();
        if (no.isPresent()) {
            return answered(server, no.get());
        }
        return message.contentBegun()
                ? new InDoubt(ServerReasons.inDoubt(server, detail(failure)))
                : beforeContent(failure, server);
    }

    /** The verdict on a failure of which it is certain that no content was sent: all but in doubt. */
    static AttemptOutcome beforeContent(Exception failure, String server) {
        List<SMTPAddressFailedException> refused = all(failure, SMTPAddressFailedException.class)
                .filter(e -> ServerAnswer.isNo(e.getReturnCode()))
                .collect(Collectors.toList());
        if (!refused.isEmpty()) {
            return recipients(server, refused);
        }
        Optional<NoMailTokenException> noToken =
                all(failure, NoMailTokenException.class).findFirst();
        if (noToken.isPresent()) {
            return TokenReasons.outcome(noToken.get());
        }
        if (has(failure, MailNotConfiguredException.class)) {
            return new Blocked(ServerReasons.notConfigured());
        }
        if (has(failure, InternationalAddressException.class)) {
            return new Rejected(ServerReasons.international(server));
        }
        Optional<TooLargeForServerException> tooLarge =
                all(failure, TooLargeForServerException.class).findFirst();
        if (tooLarge.isPresent()) {
            return new Rejected(ServerReasons.tooLarge(server, tooLarge.get()));
        }
        if (has(failure, AuthenticationFailedException.class)) {
            return logIn(failure, server);
        }
        if (has(failure, UnknownHostException.class)) {
            return new Temporary(ServerReasons.unknownHost(server));
        }
        if (has(failure, MailConnectException.class)) {
            return new Temporary(ServerReasons.unreachable(server, detail(failure)));
        }
        if (has(failure, SSLException.class)
                || has(failure, CertificateException.class)
                || says(failure, "Can't verify identity of server")) {
            return new Temporary(ServerReasons.tlsFailed(server, detail(failure)));
        }
        if (says(failure, "STARTTLS is required but")) {
            return new Blocked(ServerReasons.tlsNotOffered(server));
        }
        return new Temporary(ServerReasons.brokenOff(server, detail(failure)));
    }

    private static AttemptOutcome answered(String server, ServerAnswer answer) {
        if (answer.refusesLogIn()) {
            return new Blocked(ServerReasons.logInRefused(server, answer));
        }
        if (answer.refusesSender()) {
            return new Blocked(ServerReasons.senderRefused(server, answer));
        }
        return answer.temporary()
                ? new Temporary(ServerReasons.notNow(server, answer))
                : new Rejected(ServerReasons.refused(server, answer));
    }

    /** One definite refusal outweighs all others: the address has to be mended before anybody gets anything. */
    private static AttemptOutcome recipients(String server, List<SMTPAddressFailedException> refused) {
        List<SMTPAddressFailedException> forGood =
                refused.stream().filter(e -> e.getReturnCode() >= 500).collect(Collectors.toList());
        SMTPAddressFailedException first = (forGood.isEmpty() ? refused : forGood).get(0);
        ServerAnswer answer = ServerAnswer.of(first.getReturnCode(), first.getMessage());
        if (answer.temporary() || answer.refusesLogIn() || answer.refusesSender()) {
            return answered(server, answer);
        }
        String addresses = forGood.stream()
                .map(e -> e.getAddress().getAddress())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Rejected(ServerReasons.recipientsRefused(server, addresses, answer));
    }

    /** A log-in that broke off, or that the server cannot judge now (454), is no refusal. */
    private static AttemptOutcome logIn(Exception failure, String server) {
        String words = all(failure, AuthenticationFailedException.class)
                .map(e -> String.valueOf(e.getMessage()))
                .findFirst()
                .orElse("");
        OptionalInt code = ServerAnswer.codeOf(words);
        boolean brokenOff = has(failure, IOException.class) || words.startsWith("[EOF]");
        if (brokenOff) {
            return new Temporary(ServerReasons.brokenOff(server, detail(failure)));
        }
        ServerAnswer answer = ServerAnswer.of(code.orElse(535), words);
        return code.isPresent() && answer.temporary()
                ? new Temporary(ServerReasons.notNow(server, answer))
                : new Blocked(ServerReasons.logInRefused(server, answer));
    }

    private static String detail(Exception failure) {
        Throwable deepest = chain(failure).reduce((first, second) -> second).orElse(failure);
        String text = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return "[EOF]".equals(text) ? "connection closed" : HeaderText.clean(text);
    }

    private static boolean says(Exception failure, String text) {
        return chain(failure).anyMatch(e -> String.valueOf(e.getMessage()).contains(text));
    }

    private static boolean has(Exception failure, Class<? extends Throwable> kind) {
        return chain(failure).anyMatch(kind::isInstance);
    }

    private static <T extends Throwable> Stream<T> all(Exception failure, Class<T> kind) {
        return chain(failure).filter(kind::isInstance).map(kind::cast);
    }

    /** The mail library links what happened by next exceptions, which are causes too; never endless. */
    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(100);
    }
}
