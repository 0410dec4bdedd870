package io.github.komaseconnect.runtime;

import io.github.komaseconnect.adoption.Adoption;
import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.custody.Custodian;
import io.github.komaseconnect.custody.Custody;
import io.github.komaseconnect.custody.CustodyGate;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerPlace;
import io.github.komaseconnect.order.AdoptOrder;
import io.github.komaseconnect.purchase.InboxReconciliation;
import java.time.Clock;
import java.util.UUID;

/**
 * The parts that see to it that one ledger has a company's folders, and that let another one have them.
 *
 * @param gate the last one to be asked about a company
 * @param rounds looks now and then
 * @param adopt by order of a person
 */
record CustodyParts(CustodyGate gate, CustodyRounds rounds, AdoptOrder adopt) {
    static CustodyParts of(
            Home home,
            GlobalSettings settings,
            Companies companies,
            Ledger ledger,
            Archive archive,
            AlarmBell alarms,
            Connections connections,
            UblReader reader,
            UblFingerprint fingerprint,
            Clock clock) {
        Custodian self = new Custodian(
                UUID.randomUUID().toString(),
                LedgerPlace.identity(settings.ledgerUrl(), home.data()),
                home.directory().toString());
        Custody custody = new Custody(ledger, alarms, self, clock);
        CustodyGate gate = new CustodyGate(custody, clock);
        Adoption adoption = new Adoption(
                ledger,
                archive,
                connections,
                custody,
                reader,
                fingerprint,
                new InboxReconciliation(ledger, archive, settings.receive().overlap(), clock),
                settings.delivery().inDoubtWait(),
                home.tmp(),
                clock);
        return new CustodyParts(
                gate,
                new CustodyRounds(companies, custody, gate, new Unexpected(alarms, clock), clock),
                new AdoptOrder(companies, gate, adoption, ledger));
    }
}
