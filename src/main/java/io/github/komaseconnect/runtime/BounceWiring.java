package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.bounce.BounceDesk;
import io.github.komaseconnect.bounce.Returns;
import io.github.komaseconnect.bounce.mailbox.BounceMailboxes;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.mail.MailTokens;
import io.github.komaseconnect.mailbox.MailboxDoor;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts together what reads mails that come back. */
final class BounceWiring {
    private BounceWiring() {}

    /** Binds the beans of the routes in {@code 7-mails-that-come-back}. */
    static void wire(
            Map<String, Object> beans,
            Companies companies,
            GlobalSettings settings,
            CredentialsSource credentials,
            MailTokens tokens,
            Ownership ownership,
            Ledger ledger,
            Placement placement,
            Clock clock) {
        BounceDesk desk = new BounceDesk(
                companies, settings.mailing().bounces(), ownership, ledger, new AlarmBell(ledger), clock);
        MailboxDoor door = door(credentials::bouncesPassword, companies, credentials, tokens);
        beans.put("bounceMailboxes", new BounceMailboxes(desk, door));
        beans.put("returns", new Returns(companies, ledger, placement, clock));
    }

    /** To mailboxes with these passwords; one without logs in by what its owner's mail leaves by. */
    static MailboxDoor door(
            Function<String, Secret> passwords, Companies companies, CredentialsSource credentials, MailTokens tokens) {
        return new MailboxDoor(
                passwords,
                owner -> PaperWiring.accounts(companies, credentials)
                        .settingsOf(Optional.of(owner))
                        .oauth2(),
                tokens,
                Optional.empty());
    }
}
