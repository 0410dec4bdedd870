package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.bounce.mailbox.Reports;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.crash.Postbox;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Lease;
import io.github.komaseconnect.ledger.LedgerInvoice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mails that come back, with two runtimes on one PostgreSQL and one mailbox: one of them reads it, the one that has the
 * company draws the consequence, and neither twice.
 */
class ClusterBouncesTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final Postbox postbox = new Postbox();
    private ClusterScene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new ClusterScene(folder, 2);
        scene.with(postbox.settings(), postbox.javaOptions());
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
        postbox.close();
    }

    private String reader() {
        List<Lease> inForce = scene.ledger.reading(books -> books.leases().inForce());
        return inForce.stream()
                .filter(lease -> lease.company().equals(Ownership.EVERYBODY))
                .map(Lease::node)
                .findFirst()
                .orElse("");
    }

    private static boolean isAbout(MimeMessage mail, String number) {
        try {
            return mail.getHeader("X-Invoice-Number", "").equals(number);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String mailed(String company, String number) throws Exception {
        scene.export(company, "verkoop-email.xml", "F2026-0103", number);
        await().atMost(LONG).until(() -> scene.invoices(InvoiceState.SENT).stream()
                .anyMatch(invoice -> invoice.number().equals(number)));
        return Arrays.stream(scene.mail.getReceivedMessages())
                .filter(mail -> isAbout(mail, number))
                .findFirst()
                .orElseThrow()
                .getMessageID();
    }

    private void comesBack(String messageId) throws Exception {
        postbox.arrives(Reports.failed(messageId, "administratie@zeezicht.example", "smtp; 550 5.1.1 User unknown"));
    }

    private void awaitHeld(int count) {
        await().atMost(LONG).until(() -> scene.invoices(InvoiceState.HELD).size() == count && postbox.read() == count);
    }

    private long timesHeld(LedgerInvoice invoice) {
        return scene.ledger.reading(books -> books.events().of(invoice.id()).stream()
                .filter(event -> event.kind().equals("held"))
                .count());
    }

    /** Two runtimes, each with one of two companies, so that one is at the node that reads the mailbox and one is not. */
    private List<String> two() throws Exception {
        String one = scene.start("one");
        String other = scene.start("other");
        await().atMost(LONG)
                .until(() ->
                        scene.leases(one).size() == 1 && scene.leases(other).size() == 1 && !reader().isEmpty());
        return List.of(one, other);
    }

    private void assertEachHeldOnce(Tuple... alarms) {
        assertThat(scene.invoices())
                .allSatisfy(invoice -> assertThat(timesHeld(invoice)).isEqualTo(1))
                .allSatisfy(invoice ->
                        assertThat(invoice.reason().orElseThrow().code()).isEqualTo("mail.bounced"));
        assertThat(scene.mail.getReceivedMessages()).hasSameSizeAs(scene.invoices());
        List<Alarm> open = scene.ledger.reading(books -> books.alarms().open());
        assertThat(open)
                .filteredOn(alarm -> alarm.cause().startsWith("held/"))
                .extracting(Alarm::cause, alarm -> alarm.touches().size())
                .containsExactlyInAnyOrder(alarms);
        assertThat(open).noneMatch(alarm -> alarm.cause().startsWith("bounces/"));
    }

    @Test
    void aMailThatComesBackIsReadOnceAndHoldsItsInvoiceOnceWhoeverReadsAndWhoeverHasTheCompany() throws Exception {
        two();

        comesBack(mailed("c1", "B-1"));
        comesBack(mailed("c2", "B-2"));

        awaitHeld(2);
        assertEachHeldOnce(tuple("held/c1/mail.bounced", 1), tuple("held/c2/mail.bounced", 1));
    }

    @Test
    @Tag("crash")
    void whoReadsTheMailboxIsKilledAndTheOtherReadsOn() throws Exception {
        List<String> nodes = two();
        comesBack(mailed("c1", "B-1"));
        comesBack(mailed("c2", "B-2"));
        awaitHeld(2);
        String reads = reader();
        String left = reads.equals(nodes.get(0)) ? nodes.get(1) : nodes.get(0);

        scene.kill(reads);
        await().atMost(LONG).until(() -> scene.leases(left).size() == 2 && reader().equals(left));
        comesBack(mailed("c1", "B-3"));

        awaitHeld(3);
        assertEachHeldOnce(tuple("held/c1/mail.bounced", 2), tuple("held/c2/mail.bounced", 1));
    }
}
