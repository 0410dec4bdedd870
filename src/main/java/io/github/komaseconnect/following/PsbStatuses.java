package io.github.komaseconnect.following;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.ServiceBus.DocumentStatus;
import io.github.komaseconnect.hook.HookMessage;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.reason.OneLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes in the statuses that the PSB gives of a sent document when it is asked: each is taken as the hook of that name would
 * be. One with another name is written into the history of the invoice, once, and has no consequence.
 */
final class PsbStatuses {
    private static final int LONGEST = 300;
    /** More names than eConnect can mean; what else it says is left. */
    private static final int MOST_NOTES = 20;

    private final SentHooks hooks;

    PsbStatuses(SentHooks hooks) {
        this.hooks = hooks;
    }

    /** Takes them in, within a transaction of the caller. */
    void take(
            Ledger.Books books, Company company, Followed followed, List<DocumentStatus> statuses, Instant receivedAt) {
        List<DocumentStatus> inOrder = inOrder(statuses, followed.sentAt());
        inOrder.stream()
                .filter(status -> hooks.topics().contains(status.name()) && isNotOvertaken(status, inOrder))
                .forEach(status -> hooks.take(books, company, message(followed, status), receivedAt));
        note(
                books,
                followed,
                inOrder.stream()
                        .filter(status -> !hooks.topics().contains(status.name()))
                        .toList());
    }

    /** One without a time is put at its place right after sending, so that it never overtakes what is known better. */
    private static List<DocumentStatus> inOrder(List<DocumentStatus> statuses, Instant sentAt) {
        List<DocumentStatus> timed = new ArrayList<>();
        for (DocumentStatus status : statuses) {
            Instant at =
                    status.createdOn().equals(Instant.EPOCH) ? sentAt.plusMillis(timed.size()) : status.createdOn();
            timed.add(new DocumentStatus(status.id(), status.name(), status.description(), at));
        }
        timed.sort(Comparator.comparing(DocumentStatus::createdOn));
        return timed;
    }

    /** What came before the last word about the way is over: nobody is to be alarmed by it now. */
    private static boolean isNotOvertaken(DocumentStatus status, List<DocumentStatus> inOrder) {
        if (!SentHooks.WAY.contains(status.name())) {
            return true;
        }
        List<DocumentStatus> way = inOrder.stream()
                .filter(one -> SentHooks.WAY.contains(one.name()))
                .toList();
        List<DocumentStatus> outcomes =
                way.stream().filter(one -> SentHooks.isOutcome(one.name())).toList();
        List<DocumentStatus> counts = outcomes.isEmpty() ? way : outcomes;
        return status == counts.get(counts.size() - 1);
    }

    private static HookMessage message(Followed followed, DocumentStatus status) {
        return new HookMessage(
                status.name(),
                "",
                "",
                followed.reference(),
                status.description(),
                Map.of(),
                Optional.of(status.createdOn()),
                Optional.empty());
    }

    private static void note(Ledger.Books books, Followed followed, List<DocumentStatus> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        List<String> told = new ArrayList<>(books.events().of(followed.invoiceId()).stream()
                .map(LedgerEvent::dutch)
                .toList());
        unknown.stream().limit(MOST_NOTES).forEach(status -> {
            String words = status.description().isBlank() ? "" : ": " + status.description();
            String said = OneLine.of(status.name() + words, LONGEST);
            String dutch = "eConnect meldt: " + said;
            if (!told.contains(dutch)) {
                told.add(dutch);
                books.events().add(followed.invoiceId(), Tidings.FOLLOWED, dutch, "eConnect tells: " + said);
            }
        });
    }
}
