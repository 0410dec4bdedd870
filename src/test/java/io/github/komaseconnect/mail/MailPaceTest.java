package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast mails are handed out. */
class MailPaceTest {
    private static final MailSettings COMMON =
            new MailSettings("smtp.example", 587, "facturen", new Secret(""), MailSecurity.STARTTLS);
    private static final MailSettings OWN =
            new MailSettings("mail.beta.example", 587, "beta", new Secret(""), MailSecurity.STARTTLS);

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private final Map<String, MailSettings> accounts = new HashMap<>(Map.of("acme", COMMON, "beta", OWN));
    private DueDeliveries due;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme", "beta");
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void begin(OptionalInt perMinute) {
        DeliverySettings settings = new DeliverySettings(
                8,
                Duration.ofSeconds(30),
                2,
                Duration.ofHours(1),
                Duration.ofHours(72),
                Duration.ofMinutes(2),
                Duration.ZERO,
                Duration.ofMinutes(5));
        due = new DueDeliveries(
                dispatch.companies,
                dispatch.ledger,
                dispatch.archive,
                settings,
                new MailPace(
                        dispatch.companies,
                        company -> accounts.get(company.key()),
                        () -> COMMON,
                        perMinute,
                        dispatch.ledger),
                dispatch.clock);
    }

    private void mailing(String company, OptionalInt perMinute, int connections) {
        Company ofNow = dispatch.companies.get(company);
        Company other = ofNow.withMailing(new Mailing(
                Attachments.PDF_AND_UBL,
                Optional.empty(),
                List.of(),
                List.of(),
                1 << 20,
                perMinute,
                connections,
                Optional.empty()));
        dispatch.companies.configure(dispatch.companies.configured().stream()
                .map(one -> one.key().equals(company) ? other : one)
                .toList());
        dispatch.companies.takeInHand(other);
    }

    private void add(String company, SendingMethod method, int howMany) throws Exception {
        for (int n = 1; n <= howMany; n++) {
            dispatch.add(company, company + "-" + method + "-" + n, method);
        }
    }

    /** Hands out what may go, and carries it out. */
    private List<String> work() {
        List<Shipment> taken = due.take();
        taken.forEach(shipment -> {
            dispatch.attempts.end(
                    new EndedAttempt(dispatch.attempts.begin(shipment), new AttemptOutcome.Delivered("reference")));
            due.release(shipment);
        });
        return taken.stream().map(shipment -> shipment.invoice().number()).toList();
    }

    @Test
    void noMoreThanTheLimitInAnyMinuteAndInTheirOrder() throws Exception {
        begin(OptionalInt.of(2));
        add("acme", SendingMethod.EMAIL, 5);
        assertThat(work()).containsExactly("acme-EMAIL-1", "acme-EMAIL-2");
        assertThat(work()).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(59));
        assertThat(work()).isEmpty();
        // a restart forgets nothing
        begin(OptionalInt.of(2));
        assertThat(work()).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(2));
        assertThat(work()).containsExactly("acme-EMAIL-3", "acme-EMAIL-4");
        dispatch.clock.advance(Duration.ofSeconds(61));
        assertThat(work()).containsExactly("acme-EMAIL-5");
    }

    @Test
    void nobodyElseWaitsForIt() throws Exception {
        begin(OptionalInt.of(1));
        add("acme", SendingMethod.EMAIL, 9);
        add("acme", SendingMethod.PEPPOL, 2);
        add("beta", SendingMethod.EMAIL, 1);
        assertThat(work()).containsExactlyInAnyOrder("acme-EMAIL-1", "acme-PEPPOL-1", "acme-PEPPOL-2", "beta-EMAIL-1");
        add("beta", SendingMethod.PRINT, 1);
        dispatch.clock.advance(Duration.ofSeconds(1));
        assertThat(work()).containsExactly("beta-PRINT-1");
    }

    @Test
    void companiesThatShareAnAccountShareItsLimit() throws Exception {
        accounts.put("beta", COMMON);
        begin(OptionalInt.of(3));
        add("acme", SendingMethod.EMAIL, 4);
        add("beta", SendingMethod.EMAIL, 4);
        assertThat(work()).hasSize(3).contains("acme-EMAIL-1", "beta-EMAIL-1");
        assertThat(work()).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(61));
        assertThat(work()).hasSize(3);
    }

    @Test
    void aCompanysOwnLimitIsWithinThatOfTheAccountAndReplacesItForAnAccountOfItsOwn() throws Exception {
        begin(OptionalInt.of(2));
        mailing("acme", OptionalInt.of(1), 3);
        mailing("beta", OptionalInt.of(3), 3);
        add("acme", SendingMethod.EMAIL, 4);
        add("beta", SendingMethod.EMAIL, 4);
        assertThat(work()).containsExactlyInAnyOrder("acme-EMAIL-1", "beta-EMAIL-1", "beta-EMAIL-2", "beta-EMAIL-3");
        assertThat(work()).isEmpty();
    }

    @Test
    void noMoreAtTheSameTimeThanTheServerTakes() throws Exception {
        begin(OptionalInt.empty());
        mailing("acme", OptionalInt.empty(), 2);
        add("acme", SendingMethod.EMAIL, 5);
        List<Shipment> first = due.take();
        assertThat(first).hasSize(2);
        assertThat(due.take()).isEmpty();
        due.release(first.get(0));
        dispatch.clock.advance(Duration.ofSeconds(2));
        assertThat(due.take()).hasSize(1);
    }

    @Test
    void whatAnotherNodeHasOpenCountsToo() throws Exception {
        accounts.put("beta", COMMON);
        begin(OptionalInt.of(3));
        add("acme", SendingMethod.EMAIL, 5);
        add("beta", SendingMethod.EMAIL, 2);
        add("beta", SendingMethod.PRINT, 1);
        List<Shipment> ofOther = due.take().stream()
                .filter(shipment -> shipment.company().key().equals("beta"))
                .toList();
        List<OpenAttempt> open = ofOther.stream().map(dispatch.attempts::begin).toList();
        long mails = ofOther.stream()
                .filter(shipment -> shipment.delivery().destination().method() == SendingMethod.EMAIL)
                .count();
        assertThat(mails).isBetween(1L, 2L);

        // the other node has beta from here on, and this one has nothing in hand
        dispatch.companies.release("beta");
        begin(OptionalInt.of(3));
        assertThat(due.take()).hasSize(3 - (int) mails);

        // they ended: within the minute they still count
        open.forEach(
                attempt -> dispatch.attempts.end(new EndedAttempt(attempt, new AttemptOutcome.Delivered("reference"))));
        begin(OptionalInt.of(3));
        assertThat(due.take()).hasSize(3 - (int) mails);
        dispatch.clock.advance(Duration.ofSeconds(61));
        begin(OptionalInt.of(3));
        assertThat(due.take()).hasSize(3);
    }

    @Test
    void connectionsOfAnotherNodeCountUntilItsNodeMustBeGone() throws Exception {
        accounts.put("beta", COMMON);
        begin(OptionalInt.empty());
        mailing("acme", OptionalInt.empty(), 2);
        add("beta", SendingMethod.EMAIL, 1);
        due.take().forEach(dispatch.attempts::begin);
        dispatch.companies.release("beta");
        add("acme", SendingMethod.EMAIL, 5);
        begin(OptionalInt.empty());
        assertThat(due.take()).hasSize(1);
        dispatch.clock.advance(Duration.ofMinutes(61));
        begin(OptionalInt.empty());
        assertThat(due.take()).hasSize(2);
    }
}
