package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;

/**
 * What eConnect tells about its own hooks: that one arrived, that it tries again, that it gave one up. They come in any
 * order, so what counts is when they came to be.
 */
final class HooksAboutHooks {
    private static final String SENT = "HookSent";
    private static final String RETRY = "HookSentRetry";
    private static final String ERROR = "HookSentError";
    /** One that fails and then works is nobody's concern. */
    private static final int RETRIES_TO_TELL = 3;

    boolean isAbout(HookMessage message) {
        return message.topic().equals(SENT)
                || message.topic().equals(RETRY)
                || message.topic().equals(ERROR);
    }

    void take(Ledger.Books books, Company company, HookMessage message) {
        String key = company.key();
        Instant worked = books.hooks().latest(key, SENT).orElse(Instant.EPOCH);
        if (message.topic().equals(SENT)) {
            Instant gaveUp = books.hooks().latest(key, ERROR).orElse(Instant.EPOCH);
            if (worked.isAfter(gaveUp)) {
                books.alarms().clear(HookCause.FAILING.of(key));
            }
            return;
        }
        boolean overtaken =
                message.createdOn().filter(at -> at.isBefore(worked)).isPresent();
        // what was given up did not come, whatever came after it
        boolean givenUp = message.topic().equals(ERROR);
        boolean goesOn = !overtaken && books.hooks().countSince(key, RETRY, worked) >= RETRIES_TO_TELL;
        if (givenUp || goesOn) {
            books.alarms()
                    .raise(
                            HookCause.FAILING.of(key),
                            key,
                            givenUp ? HookReasons.givenUp(message.words()) : HookReasons.failing(message.words()),
                            message.documentId().isBlank() ? Optional.empty() : Optional.of(message.documentId()));
        }
    }
}
