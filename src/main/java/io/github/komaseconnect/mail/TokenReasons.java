package io.github.komaseconnect.mail;

import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.rest.Problem;
import io.github.komaseconnect.rest.TokenTrouble;
import java.util.Optional;

/** What no token for the mail server means: the mail is certainly not sent. */
final class TokenReasons {
    private TokenReasons() {}

    /** A refusal is about the account, and blocks it; all else passes. */
    static AttemptOutcome outcome(NoMailTokenException none) {
        String server = none.tokenServer();
        TokenTrouble trouble = none.trouble();
        String said = said(trouble);
        return trouble instanceof TokenTrouble.Refused
                ? new Blocked(refused(server, said))
                : new Temporary(notNow(server, said));
    }

    /** Why there is none, on one line. */
    static String said(TokenTrouble trouble) {
        if (trouble instanceof TokenTrouble.Refused refused) {
            return words(refused.status(), refused.problem());
        }
        if (trouble instanceof TokenTrouble.Overloaded busy) {
            return words(busy.status(), busy.problem());
        }
        if (trouble instanceof TokenTrouble.Unusable unusable) {
            return unusable.status() + ", " + unusable.why();
        }
        Exception cause = trouble instanceof TokenTrouble.Unreachable away
                ? away.cause()
                : ((TokenTrouble.OwnFile) trouble).cause();
        return HeaderText.clean(String.valueOf(cause.getMessage()));
    }

    private static String words(int status, Optional<Problem> problem) {
        return HeaderText.clean(
                status + problem.map(said -> ": " + said.quoted()).orElse(""));
    }

    private static Reason refused(String server, String words) {
        return Reason.of(
                        "mail.token-refused",
                        "Tokenserver " + server + " geeft geen token voor de mailserver (" + words
                                + "). De mail is niet verzonden.",
                        "Token server " + server + " gives no token for the mail server (" + words
                                + "). The mail was not sent.")
                .advise(
                        "Controleer mail.oauth2.token-url, client-id, client-secret (verlopen?) en scope; daarna gaat het"
                                + " verzenden vanzelf verder.",
                        "Check mail.oauth2.token-url, client-id, client-secret (expired?) and scope; sending then goes on"
                                + " by itself.");
    }

    private static Reason notNow(String server, String words) {
        return Reason.of(
                        "mail.token-not-now",
                        "Tokenserver " + server + " geeft nu geen token voor de mailserver (" + words
                                + "). De mail is niet verzonden; er wordt vanzelf opnieuw geprobeerd.",
                        "Token server " + server + " gives no token for the mail server now (" + words
                                + "). The mail was not sent; it is tried again by itself.")
                .advise(
                        "Blijft het, controleer dan mail.oauth2.token-url en de internetverbinding.",
                        "If it persists, check mail.oauth2.token-url and the internet connection.");
    }
}
