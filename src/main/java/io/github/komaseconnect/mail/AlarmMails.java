package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms by mail: one when a cause begins, gathered for a moment so that it lists what it touches; at most one an hour
 * for what it touches later; one when it is over. A mail that fails is tried again later.
 */
public final class AlarmMails {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmMails.class);
    private static final Duration ADD_AT_MOST_EVERY = Duration.ofHours(1);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);

    private final Companies companies;
    private final Ledger ledger;
    private final String from;
    private final List<String> everybody;
    private final BooleanSupplier mailConfigured;
    private final Duration gather;
    private final Clock clock;
    private final Map<Long, Instant> notBefore = new ConcurrentHashMap<>();

    /**
     * @param from sender
     * @param everybody who is told of every alarm ({@code alert.email})
     * @param mailConfigured whether there is a mail server now
     * @param gather how long to gather what an alarm touches before its mail
     */
    public AlarmMails(
            Companies companies,
            Ledger ledger,
            String from,
            List<String> everybody,
            BooleanSupplier mailConfigured,
            Duration gather,
            Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.from = from;
        this.everybody = List.copyOf(everybody);
        this.mailConfigured = mailConfigured;
        this.gather = gather;
        this.clock = clock;
    }

    /** One mail about one alarm. */
    public record Letter(Alarm alarm, List<String> to) {}

    /** The mails to be sent now. */
    public List<Letter> due() {
        Instant now = clock.instant();
        List<Letter> letters = new ArrayList<>();
        for (Alarm alarm : ledger.inTransaction(books -> books.alarms().toMail())) {
            Set<String> to = new LinkedHashSet<>(everybody);
            companies.find(alarm.company()).map(Company::alertEmails).ifPresent(to::addAll);
            if (to.isEmpty() || from.isBlank() || !mailConfigured.getAsBoolean() || neverTold(alarm)) {
                settle(alarm);
            } else if (isDue(alarm, now)) {
                letters.add(new Letter(alarm, List.copyOf(to)));
            }
        }
        return letters;
    }

    /** Over before anybody was told of it. */
    private static boolean neverTold(Alarm alarm) {
        return alarm.clearedAt().isPresent() && alarm.mailedAt().isEmpty();
    }

    private boolean isDue(Alarm alarm, Instant now) {
        if (notBefore.getOrDefault(alarm.id(), Instant.EPOCH).isAfter(now)) {
            return false;
        }
        if (alarm.clearedAt().isPresent()) {
            return true;
        }
        return alarm.mailedAt().isEmpty() && !alarm.raisedAt().plus(gather).isAfter(now)
                || alarm.mailedAt().isPresent();
    }

    /** The mail itself. */
    public SealedMessage message(Letter letter) throws MessagingException {
        Alarm alarm = letter.alarm();
        boolean over = alarm.clearedAt().isPresent();
        String company = companies.find(alarm.company()).map(Company::name).orElse("komas-econnect");
        String subject = (over ? "[komas-econnect] Opgelost: " : "[komas-econnect] Let op: ") + company + ": "
                + shortened(alarm.reason().dutch());
        String id = "alarm-" + alarm.id() + "-"
                + (over ? "over" : Integer.toString(alarm.touches().size()));
        return new PlainMail(
                        id,
                        Optional.empty(),
                        from,
                        letter.to(),
                        subject,
                        text(alarm, over, "Dit is voorbij: ", alarm.reason().dutchLine(), "Het gaat om:"),
                        text(alarm, over, "This is over: ", alarm.reason().englishLine(), "It concerns:"))
                .seal(clock);
    }

    private static String text(Alarm alarm, boolean over, String overWord, String reason, String concerns) {
        StringBuilder text = new StringBuilder(over ? overWord + reason : reason);
        if (!alarm.touches().isEmpty()) {
            text.append("\n\n").append(concerns).append('\n');
            alarm.touches()
                    .forEach(touch -> text.append("- ").append(touch.label()).append('\n'));
        }
        return text.toString();
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 90 ? line : line.substring(0, 87) + "...";
    }

    /** The mail went out. */
    public void sent(Letter letter) {
        Instant now = clock.instant();
        settle(letter.alarm());
        notBefore.values().removeIf(at -> at.isBefore(now));
        notBefore.put(letter.alarm().id(), now.plus(ADD_AT_MOST_EVERY));
        if (letter.alarm().clearedAt().isPresent()) {
            notBefore.remove(letter.alarm().id());
        }
    }

    private void settle(Alarm alarm) {
        ledger.record(books -> {
            books.alarms().mailed(alarm.id());
            if (alarm.clearedAt().isPresent()) {
                books.alarms().clearMailed(alarm.id());
            }
        });
    }

    /** The mail did not go out: the alarm stands in log and status, and its mail is tried again later. */
    public void failed(Letter letter, Exception failure) {
        notBefore.put(letter.alarm().id(), clock.instant().plus(TRY_AGAIN_AFTER));
        LOG.warn("The mail about an alarm did not go out; tried again in 5 minutes: {}", failure.toString());
    }
}
