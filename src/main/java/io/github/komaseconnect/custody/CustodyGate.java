package io.github.komaseconnect.custody;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyGate;
import io.github.komaseconnect.reason.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a company in hand only when its folders are this ledger's, and sends it away when they no longer are. The last gate
 * to be asked: it marks the folders.
 */
public final class CustodyGate implements CompanyGate {
    private final Custody custody;
    private final Map<String, CustodyVerdict> lost = new ConcurrentHashMap<>();

    /** Asks {@code custody}. */
    public CustodyGate(Custody custody) {
        this.custody = custody;
    }

    @Override
    public Verdict mayComeInHand(Company company) {
        lost.remove(company.key());
        return answer(custody.take(company));
    }

    /** What the last round found. */
    @Override
    public Verdict mayStay(Company company) {
        CustodyVerdict verdict = lost.get(company.key());
        return verdict == null ? new Enter() : answer(verdict);
    }

    /** What may still be going on keeps its folders: whoever is next is told so by the mark. */
    @Override
    public void gone(Company company, Departure departure) {
        if (departure == Departure.FINISHED) {
            custody.giveBack(company);
        }
    }

    /** One round over the companies in hand. */
    public void goRound(Collection<Company> inHand) {
        lost.putAll(custody.goRound(inHand));
    }

    private static Verdict answer(CustodyVerdict verdict) {
        if (verdict instanceof CustodyVerdict.Stopped stopped) {
            return new Wait(stopped.reason());
        }
        if (verdict instanceof CustodyVerdict.Waiting waiting) {
            return new Wait(waiting.reason());
        }
        if (verdict instanceof CustodyVerdict.TakenOver) {
            return new Wait(Reason.of(
                    "custody.taken-over",
                    "Een andere node met dezelfde administratie heeft dit bedrijf overgenomen.",
                    "Another node with the same ledger has taken this company over."));
        }
        return new Enter();
    }
}
