package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Invoices that go into a {@link ClusterScene}, and the count of what came of each. */
final class ClusterLoad {
    private static final Pattern NUMBER = Pattern.compile("c\\d+-[PEA]\\d+z");
    private static final Set<InvoiceState> UNDER_WAY = EnumSet.of(
            InvoiceState.ACCEPTED,
            InvoiceState.ON_ITS_WAY,
            InvoiceState.LISTED,
            InvoiceState.FETCHED,
            InvoiceState.READY,
            InvoiceState.STAGED,
            InvoiceState.IMPORTED);

    private final ClusterScene scene;
    private final List<String> peppol = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private final List<String> bought = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private int round;

    ClusterLoad(ClusterScene scene) {
        this.scene = scene;
    }

    /** One round for every company: two invoices by Peppol, one by mail, one to print, one bought. */
    void add() throws Exception {
        round++;
        for (String company : scene.companies) {
            for (int n = 0; n < 2; n++) {
                String number = company + "-P" + (2 * round + n) + "z";
                scene.export(company, "verkoop-peppol.xml", "F2026-0101", number);
                peppol.add(number);
            }
            String mail = company + "-E" + round + "z";
            scene.export(company, "verkoop-email.xml", "F2026-0103", mail);
            mailed.add(mail);
            String print = company + "-A" + round + "z";
            scene.export(company, "verkoop-print-credit.xml", "C2026-0007", print);
            printed.add(print);
            String purchase = company + "-B" + round;
            scene.deliver(company, purchase);
            bought.add(purchase);
        }
    }

    /** Komas empties the import folders as it likes; a name that comes twice is a double. */
    void takeAsKomas() throws Exception {
        for (String company : scene.companies) {
            for (String name : scene.files(company, "import")) {
                try {
                    Files.delete(scene.company(company, "import").resolve(name));
                } catch (NoSuchFileException stillMoving) {
                    continue;
                }
                if (name.endsWith(".xml")) {
                    assertThat(imported.add(company + "/" + name))
                            .as(name + " was imported twice")
                            .isTrue();
                }
            }
        }
    }

    /** Whether everything has come to its end. */
    boolean isOver() throws Exception {
        takeAsKomas();
        List<LedgerInvoice> all = scene.invoices();
        long sales = all.stream()
                .filter(invoice -> invoice.direction() == Direction.SALES)
                .filter(invoice -> invoice.where().placed())
                .count();
        return sales == salesCount()
                && all.size() == sales + bought.size()
                && all.stream().noneMatch(invoice -> UNDER_WAY.contains(invoice.state()))
                && imported.size() == bought.size();
    }

    int salesCount() {
        return peppol.size() + mailed.size() + printed.size();
    }

    /** Counts what came of each; nothing may be lost, nothing may be twice, nothing may be in two places. */
    String count(int kills) throws Exception {
        Map<String, Integer> accepted = new HashMap<>();
        scene.simulator
                .journal()
                .accepted()
                .forEach(document -> accepted.merge(document.invoiceNumber(), 1, Integer::sum));
        assertThat(accepted.keySet()).containsExactlyInAnyOrderElementsOf(peppol);
        Map<String, Integer> mails = new HashMap<>();
        for (var message : scene.mail.getReceivedMessages()) {
            mails.merge(number(message.getSubject()), 1, Integer::sum);
        }
        Map<String, Integer> sheets = new HashMap<>();
        Map<String, Integer> visible = new HashMap<>();
        for (String company : scene.companies) {
            scene.files(company, "print-spool").forEach(name -> sheets.merge(number(name), 1, Integer::sum));
            for (String folder : List.of("export", "outbox", "sent", "held")) {
                scene.files(company, folder).stream()
                        .filter(name -> name.toLowerCase().endsWith(".xml"))
                        .forEach(name -> visible.merge(number(name), 1, Integer::sum));
            }
        }
        Set<String> held = scene.invoices(InvoiceState.HELD).stream()
                .map(LedgerInvoice::number)
                .collect(Collectors.toSet());
        assertThat(held)
                .as("only what cannot be looked up needs a person")
                .allMatch(number -> mailed.contains(number) || printed.contains(number));
        List<String> twice = new ArrayList<>();
        List.of(accepted, mails, sheets, visible)
                .forEach(map -> map.forEach((number, times) -> twice.addAll(times > 1 ? List.of(number) : List.of())));
        List<String> lost = new ArrayList<>(peppol);
        lost.removeAll(accepted.keySet());
        mailed.stream()
                .filter(number -> !mails.containsKey(number) && !held.contains(number))
                .forEach(lost::add);
        printed.stream()
                .filter(number -> !sheets.containsKey(number) && !held.contains(number))
                .forEach(lost::add);
        List<String> everything = new ArrayList<>(peppol);
        everything.addAll(mailed);
        everything.addAll(printed);
        everything.stream().filter(number -> !visible.containsKey(number)).forEach(lost::add);
        int delivered = accepted.size() + mails.size() + sheets.size();
        String line =
                "COUNT cluster kills=%d sales=%d delivered-once=%d held-for-a-person=%d purchases=%d imported-once=%d lost=%d twice=%d"
                        .formatted(
                                kills,
                                salesCount(),
                                delivered,
                                held.size(),
                                bought.size(),
                                imported.size(),
                                lost.size() + bought.size() - imported.size(),
                                twice.size());
        assertThat(lost).as(line).isEmpty();
        assertThat(twice).as(line).isEmpty();
        assertThat(imported).as(line).hasSameSizeAs(bought);
        assertThat(Collections.disjoint(peppol, held)).isTrue();
        return line;
    }

    private static String number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? matcher.group() : "without a number: " + text;
    }
}
