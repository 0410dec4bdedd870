package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.ledger.HookEvent;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.OneLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes hooks in: one that is rightly signed is on disk when this says so, whatever it says and however old it is. After a
 * weekend without internet eConnect sends what it kept, and there is no list to catch up from. Any runtime takes in for any
 * company; the one that has the company processes.
 */
public final class HookReception {
    private static final Logger LOG = LoggerFactory.getLogger(HookReception.class);
    private static final Duration ABSURD = Duration.ofDays(1);
    private static final int LONGEST_WORD = 200;

    private final Companies companies;
    private final Function<String, Secret> secrets;
    private final Ledger ledger;
    private final HookRefusals refusals;
    private final HookReader reader = new HookReader();
    private final Clock clock;

    /** What becomes of one that knocks. */
    public enum Welcome {
        /** On disk; whether for the first time does not matter to who sent it. */
        STORED,
        /** There is no such company here, or it has no hooks. */
        UNKNOWN,
        /** Without a signature. */
        NOT_SIGNED,
        /** With a signature that is not right. */
        WRONGLY_SIGNED,
        /** It cannot be kept now; to be sent again. */
        NOT_NOW
    }

    /** @param secrets the secret of a company as it is now; empty when it has none */
    public HookReception(
            Companies companies, Function<String, Secret> secrets, Ledger ledger, HookRefusals refusals, Clock clock) {
        this.companies = companies;
        this.secrets = secrets;
        this.ledger = ledger;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Whether hooks are received for this company. */
    public boolean knows(String company) {
        return companies.findConfigured(company).isPresent()
                && secrets.apply(company).present();
    }

    /** One that knocked and was not even let in, such as one that is too large. */
    public void refuse(String company) {
        refusals.add(company);
    }

    /**
     * Takes in.
     *
     * @param signature the header {@link HookSignature#HEADER}
     * @param body exactly as it came
     */
    public Welcome receive(String company, Optional<String> signature, byte[] body) {
        Secret secret = knows(company) ? secrets.apply(company) : new Secret("");
        if (!secret.present()) {
            return Welcome.UNKNOWN;
        }
        if (signature.isEmpty() || !HookSignature.isRight(secret, body, signature.get())) {
            refusals.add(company);
            return signature.isEmpty() ? Welcome.NOT_SIGNED : Welcome.WRONGLY_SIGNED;
        }
        try {
            HookEvent.Arrived arrived = arrived(company, body);
            boolean isNew = ledger.inTransaction(books -> books.hooks().store(arrived));
            LOG.info(
                    "{}: hook {} {}{}",
                    company,
                    arrived.topic().isEmpty() ? "(onleesbaar)" : arrived.topic(),
                    arrived.documentId(),
                    isNew ? "" : " (nog eens)");
            return Welcome.STORED;
        } catch (LedgerUnavailableException e) {
            LOG.error("{}: een hook kan niet worden bewaard en wordt opnieuw verwacht: {}", company, e.getMessage());
            return Welcome.NOT_NOW;
        }
    }

    private HookEvent.Arrived arrived(String company, byte[] body) {
        Instant now = clock.instant();
        if (!(reader.read(body) instanceof HookReading.Readable readable)) {
            return new HookEvent.Arrived(company, HookSignature.sha256(body), "", "", now, body);
        }
        HookMessage message = readable.message();
        message.sentOn()
                .filter(sent -> sent.isAfter(now.plus(ABSURD)))
                .ifPresent(sent -> LOG.warn("{}: a hook was sent in the future, at {}", company, sent));
        Instant createdOn = message.createdOn()
                .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(now.plus(ABSURD)))
                .orElse(now);
        return new HookEvent.Arrived(
                company,
                HookSignature.same(message),
                OneLine.of(message.topic(), LONGEST_WORD),
                OneLine.of(message.documentId(), LONGEST_WORD),
                createdOn,
                body);
    }
}
