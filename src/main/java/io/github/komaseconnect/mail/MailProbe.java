package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import io.github.komaseconnect.reason.Reason;
import jakarta.mail.MessagingException;

/** Tries whether mail could be sent: connects, secures the connection and logs in, and sends nothing. */
public final class MailProbe {
    private final SmtpClient client;

    /** A probe over the same client that sends. */
    public MailProbe(SmtpClient client) {
        this.client = client;
    }

    /** What a probe found. */
    public sealed interface Finding {
        /** The server would take mail from us. */
        record Ok() implements Finding {}

        /** It would not. */
        record Trouble(Reason reason) implements Finding {}
    }

    /** Probes the server of these settings; takes no longer than the client's time-outs. */
    public Finding probe(MailSettings settings) {
        String server = SmtpClient.server(settings);
        try {
            boolean offersLogIn = client.logIn(settings);
            return settings.username().isBlank() || offersLogIn
                    ? new Finding.Ok()
                    : new Finding.Trouble(ServerReasons.logInNotOffered(server));
        } catch (MessagingException e) {
            return new Finding.Trouble(reason(MailVerdict.beforeContent(e, server)));
        }
    }

    private static Reason reason(AttemptOutcome outcome) {
        if (outcome instanceof Blocked blocked) {
            return blocked.reason();
        }
        if (outcome instanceof Temporary temporary) {
            return temporary.reason();
        }
        throw new IllegalStateException("no log-in ends as " + outcome);
    }
}
