package io.github.komaseconnect.mail;

/** What to do about a log-in that a mail server refuses. */
final class LogInAdvice {
    private LogInAdvice() {}

    static String dutch(ServerAnswer answer) {
        if (answer.saysLogInIsSwitchedOff()) {
            return "Verzenden via SMTP staat uit voor deze mailbox of de hele organisatie (Microsoft 365), ook met OAuth 2: laat uw"
                    + " beheerder \"Geverifieerde SMTP\" (SMTP AUTH) aanzetten voor deze mailbox; daarna gaat het verzenden vanzelf"
                    + " verder.";
        }
        return answer.refusesPasswords()
                ? "Deze mailserver staat aanmelden met een wachtwoord niet (meer) toe: vraag uw beheerder om"
                        + " OAuth 2 (mail.oauth2, bij Microsoft 365), of om een relay waarvoor het wel mag."
                : "Controleer mail.smtp.username en mail.smtp.password (of, met OAuth 2, of de app namens die mailbox mag"
                        + " verzenden); als dat klopt gaat het verzenden vanzelf verder.";
    }

    static String english(ServerAnswer answer) {
        if (answer.saysLogInIsSwitchedOff()) {
            return "Sending by SMTP is switched off for this mailbox or the whole organisation (Microsoft 365), with OAuth 2 too: have"
                    + " your administrator switch on \"Authenticated SMTP\" (SMTP AUTH) for this mailbox; sending then goes on by"
                    + " itself.";
        }
        return answer.refusesPasswords()
                ? "This mail server does not (or no longer) allow a log-in by password: ask your administrator for"
                        + " OAuth 2 (mail.oauth2, with Microsoft 365), or for a relay that does."
                : "Check mail.smtp.username and mail.smtp.password (or, with OAuth 2, whether the app may send for that"
                        + " mailbox); once right, sending goes on by itself.";
    }
}
