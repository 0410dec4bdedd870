package io.github.komaseconnect.mail;

import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms by mail: one when a cause begins, gathered for a moment so that it lists what it touches; at most one an hour
 * for what it touches later; one when it is over. A mail that fails is tried again later. While nobody is to be told, or
 * there is no mail server, alarms that are still open wait.
 */
public final class AlarmMails {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmMails.class);
    private static final int MOST_LINES = 500;

    private final Companies companies;
    private final Ownership ownership;
    private final Ledger ledger;
    private final String from;
    private final List<String> everybody;
    private final BooleanSupplier mailConfigured;
    private final Environment environment;
    private final Clock clock;
    private final AlarmPace pace;

    /**
     * @param ownership of several runtimes, each mails the alarms of its own companies
     * @param from sender
     * @param everybody who is told of every alarm ({@code alert.email})
     * @param mailConfigured whether there is a mail server now
     * @param gather an alarm is first told when it touched nothing more for so long, or after 15 times as long
     * @param environment marks what is not production
     */
    public AlarmMails(
            Companies companies,
            Ownership ownership,
            Ledger ledger,
            String from,
            List<String> everybody,
            BooleanSupplier mailConfigured,
            Duration gather,
            Environment environment,
            Clock clock) {
        this.companies = companies;
        this.ownership = ownership;
        this.ledger = ledger;
        this.from = from;
        this.everybody = List.copyOf(everybody);
        this.mailConfigured = mailConfigured;
        this.environment = environment;
        this.clock = clock;
        this.pace = new AlarmPace(gather, clock);
    }

    /** One mail about one alarm to one person: an address that is refused keeps the alarm from nobody else. */
    public record Letter(Alarm alarm, String to) {}

    /** The mails to be sent now. */
    public List<Letter> due() {
        boolean canMail = !from.isBlank() && mailConfigured.getAsBoolean();
        List<Letter> letters = new ArrayList<>();
        for (Alarm alarm : ledger.reading(books -> books.alarms().toMail())) {
            if (!ownership.answersFor(alarm.company())) {
                continue;
            }
            Set<String> to = new LinkedHashSet<>(everybody);
            companies.findConfigured(alarm.company()).map(Company::alertEmails).ifPresent(to::addAll);
            boolean over = alarm.clearedAt().isPresent();
            boolean nobodyKnows = alarm.mailedAt().isEmpty() || to.isEmpty() || !canMail;
            if (over && nobodyKnows) {
                settle(alarm);
            } else if (canMail && !to.isEmpty() && pace.isDue(alarm)) {
                to.forEach(address -> letters.add(new Letter(alarm, address)));
            }
        }
        return letters;
    }

    /** The mail itself. */
    public SealedMessage message(Letter letter) throws MessagingException {
        Alarm alarm = letter.alarm();
        boolean over = alarm.clearedAt().isPresent();
        String company =
                companies.findConfigured(alarm.company()).map(Company::name).orElse("komas-econnect");
        String subject = environment.mark()
                + (over ? "[komas-econnect] Opgelost: " : "[komas-econnect] Let op: ") + company + ": "
                + (alarm.hasSeveralReasons() ? alarm.touches().size() + "×, o.a. " : "")
                + shortened(alarm.reason().dutch());
        String id = "alarm-" + alarm.id() + "-"
                + (over ? "over" : Integer.toString(alarm.touches().size()));
        return new PlainMail(
                        id,
                        Optional.empty(),
                        from,
                        List.of(letter.to()),
                        subject,
                        notProduction("Omgeving: " + environment.dutch() + ", geen productie.")
                                + text(
                                        alarm,
                                        over,
                                        "Dit is voorbij: ",
                                        alarm.hasSeveralReasons()
                                                ? "Niet overal om dezelfde reden."
                                                : alarm.reason().dutchLine(),
                                        "Het gaat om:",
                                        Alarm.Touch::dutch,
                                        "en nog %d; zie: komas-econnect status"),
                        notProduction("Environment: " + environment.word() + ", not production.")
                                + text(
                                        alarm,
                                        over,
                                        "This is over: ",
                                        alarm.hasSeveralReasons()
                                                ? "Not for the same reason everywhere."
                                                : alarm.reason().englishLine(),
                                        "It concerns:",
                                        Alarm.Touch::english,
                                        "and %d more; see: komas-econnect status"))
                .seal(clock);
    }

    private String notProduction(String line) {
        return environment.isProduction() ? "" : line + "\n\n";
    }

    private static String text(
            Alarm alarm,
            boolean over,
            String overWord,
            String reason,
            String concerns,
            Function<Alarm.Touch, String> why,
            String andMore) {
        StringBuilder text = new StringBuilder(over ? overWord + reason : reason);
        if (!alarm.touches().isEmpty()) {
            text.append("\n\n").append(concerns).append('\n');
            alarm.touches().stream().limit(MOST_LINES).forEach(touch -> {
                text.append("- ").append(touch.label());
                if (alarm.hasSeveralReasons() && !why.apply(touch).isEmpty()) {
                    text.append(": ").append(why.apply(touch));
                }
                text.append('\n');
            });
            int more = alarm.touches().size() - MOST_LINES;
            if (more > 0) {
                text.append("- ").append(andMore.formatted(more)).append('\n');
            }
        }
        return text.toString();
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 90 ? line : line.substring(0, 87) + "...";
    }

    /** The mail went out. */
    public void sent(Letter letter) {
        settle(letter.alarm());
        pace.sent(letter.alarm());
    }

    private void settle(Alarm alarm) {
        ledger.record(books -> {
            books.alarms().mailed(alarm.id(), alarm.touches().size());
            if (alarm.clearedAt().isPresent()) {
                books.alarms().clearMailed(alarm.id());
            }
        });
    }

    /** The mail did not go out: the alarm stands in log and status, and its mail is tried again later. */
    public void failed(Letter letter, Exception failure) {
        Duration later = pace.failed(letter.alarm());
        LOG.warn(
                "The mail about an alarm did not go out to {}; tried again in {} minutes, unless others got it: {}",
                letter.to(),
                later.toMinutes(),
                failure.toString());
    }
}
