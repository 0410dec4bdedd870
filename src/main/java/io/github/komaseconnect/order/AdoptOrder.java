package io.github.komaseconnect.order;

import io.github.komaseconnect.adoption.Adoption;
import io.github.komaseconnect.adoption.Finding;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.custody.CustodyGate;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.DutchTime;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person gives the folders of a company that is stopped to this ledger. The order's argument is {@value #LOOK} or
 * {@value #ADOPT}, and after a space the date, if any, from which eConnect's outbox is to be read.
 */
public final class AdoptOrder {
    /** Only look, and tell. */
    public static final String LOOK = "look";

    /** Do it. */
    public static final String ADOPT = "adopt";

    private static final int NAMED = 200;

    private final Companies companies;
    private final CustodyGate gate;
    private final Adoption adoption;
    private final Ledger ledger;

    /** Adopts companies that {@code gate} refused. */
    public AdoptOrder(Companies companies, CustodyGate gate, Adoption adoption, Ledger ledger) {
        this.companies = companies;
        this.gate = gate;
        this.adoption = adoption;
        this.ledger = ledger;
    }

    /** The argument of such an order. */
    public static String argument(Adoption.Extent extent, Optional<LocalDate> since) {
        String what = extent == Adoption.Extent.ADOPT ? ADOPT : LOOK;
        return since.map(date -> what + " " + date).orElse(what);
    }

    /** Whether this program is the one to carry it out: the company is in hand here, or was refused here. */
    boolean isOurs(WorkOrder order) {
        return companies.find(order.company()).isPresent()
                || (companies.findConfigured(order.company()).isPresent() && gate.refuses(order.company()));
    }

    Answer adopt(WorkOrder order) throws IOException {
        Company company = companies.findConfigured(order.company()).orElseThrow();
        String[] words = order.argument().split(" ", 2);
        Optional<Instant> since =
                words.length > 1 ? DutchTime.typed(words[1]).map(DutchTime::startOf) : Optional.empty();
        Adoption.Extent extent = words[0].equals(ADOPT) ? Adoption.Extent.ADOPT : Adoption.Extent.LOOK_ONLY;
        ledger.record(books -> books.orders()
                .progress(
                        order.id(),
                        "Nakijken bij eConnect en in de mappen…",
                        "Looking at eConnect and into the folders…"));
        Adoption.Result result = adoption.adopt(company, since, extent);
        if (result instanceof Adoption.Failed failed) {
            return Answer.failed(
                    "Het kan nu niet; het bedrijf staat nog stil. "
                            + failed.reason().dutchLine(),
                    "Not possible now; the company is still stopped. "
                            + failed.reason().englishLine());
        }
        return result instanceof Adoption.Done done
                ? answer(company, done, extent)
                : Answer.done(
                        "De mappen horen al bij deze administratie; er is niets te doen.",
                        "The folders belong to this ledger already; there is nothing to do.");
    }

    private static Answer answer(Company company, Adoption.Done done, Adoption.Extent extent) {
        boolean adopted = extent == Adoption.Extent.ADOPT;
        String from = DutchTime.minute(done.since());
        List<String> dutch = new ArrayList<>(List.of((adopted
                        ? "de mappen horen nu bij deze administratie; het bedrijf gaat verder."
                        : "alleen gekeken, er is niets veranderd. Met komas-econnect adopt " + company.key()
                                + " gebeurt wat hieronder staat.")
                + " Bij eConnect nagekeken vanaf " + from + "."));
        List<String> english = new ArrayList<>(List.of((adopted
                        ? "the folders belong to this ledger now; the company goes on."
                        : "only looked, nothing was changed. With komas-econnect adopt " + company.key()
                                + " what follows is done.")
                + " eConnect was asked from " + from + " on."));
        if (done.findings().isEmpty()) {
            dutch.add("Er is niets gevonden dat deze administratie niet al wist.");
            english.add("Nothing was found that this ledger did not know.");
        }
        for (Finding.Kind kind : Finding.Kind.values()) {
            List<String> labels = done.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .map(Finding::label)
                    .toList();
            if (!labels.isEmpty()) {
                dutch.add(labels.size() + " x " + kind.dutch() + ":");
                english.add(labels.size() + " x " + kind.english() + ".");
                labels.stream().limit(NAMED).forEach(label -> dutch.add("  - " + label));
                if (labels.size() > NAMED) {
                    dutch.add("  - …");
                }
            }
        }
        return Answer.done(String.join("\n", dutch), String.join("\n", english));
    }
}
