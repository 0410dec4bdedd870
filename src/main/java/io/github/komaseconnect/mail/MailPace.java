package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.delivery.SendingPace;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How many invoice mails may leave: so many a minute by one mail account and by one company, and so many at the same time
 * to one server. Counted are the attempts of the last minute in the ledger, so that a restart forgets nothing, what
 * workers have in hand, and what another node has open: in no minute more than the limit go out. Only what two nodes hand
 * out before either has begun an attempt counts at neither.
 */
public final class MailPace implements SendingPace {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** No conversation takes longer: an attempt that has been open for more is of a node that is no more. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Companies companies;
    private final Function<Company, MailSettings> accounts;
    private final Supplier<MailSettings> common;
    private final OptionalInt perMinute;
    private final Ledger ledger;

    /**
     * Counts the mails of all that are configured, also of those that another runtime has.
     *
     * @param accounts by which a company mails now
     * @param common the account of the installation now
     * @param perMinute of one account ({@code mail.per-minute}); empty: as many as there are
     */
    public MailPace(
            Companies companies,
            Function<Company, MailSettings> accounts,
            Supplier<MailSettings> common,
            OptionalInt perMinute,
            Ledger ledger) {
        this.common = common;
        this.companies = companies;
        this.accounts = accounts;
        this.perMinute = perMinute;
        this.ledger = ledger;
    }

    @Override
    public Round round(Collection<Shipment> inHand, Instant now) {
        return new MailRound(inHand, now);
    }

    /** Who is known to a mail server, and by which server. */
    private record Account(String server, String username) {
        static Account of(MailSettings settings) {
            return new Account(SmtpClient.server(settings), settings.username());
        }
    }

    private final class MailRound implements Round {
        private final Collection<Shipment> inHand;
        private final Instant now;
        private final Map<String, Account> accountOf = new HashMap<>();
        private final Map<String, Integer> taken = new HashMap<>();
        private Optional<Map<String, Integer>> lastMinute = Optional.empty();
        private Optional<Map<String, Integer>> open = Optional.empty();

        MailRound(Collection<Shipment> inHand, Instant now) {
            this.inHand = inHand;
            this.now = now;
        }

        @Override
        public int left(Company company, SendingMethod method) {
            if (method != SendingMethod.EMAIL) {
                return Integer.MAX_VALUE;
            }
            Account account = account(company);
            int left = company.mailing().connections() - atTheServer(account);
            OptionalInt own = company.mailing().perMinute();
            if (own.isPresent()) {
                left = Math.min(left, own.getAsInt() - ofLastMinute(company.key()));
            }
            // a limit of its own takes the place of the common one where the account is its own, too
            boolean shared = own.isEmpty() || account.equals(Account.of(common.get()));
            if (shared && perMinute.isPresent()) {
                left = Math.min(left, perMinute.getAsInt() - ofLastMinute(account));
            }
            return Math.max(0, left);
        }

        @Override
        public boolean take(Shipment shipment) {
            SendingMethod method = shipment.delivery().destination().method();
            if (method != SendingMethod.EMAIL) {
                return true;
            }
            if (left(shipment.company(), method) == 0) {
                return false;
            }
            taken.merge(shipment.company().key(), 1, Integer::sum);
            return true;
        }

        private Account account(Company company) {
            return accountOf.computeIfAbsent(company.key(), key -> Account.of(accounts.apply(company)));
        }

        private int atTheServer(Account account) {
            return companies.configured().stream()
                    .filter(company -> account(company).server().equals(account.server()))
                    .map(Company::key)
                    .mapToInt(this::underWay)
                    .sum();
        }

        private int ofLastMinute(Account account) {
            return companies.configured().stream()
                    .filter(company -> account(company).equals(account))
                    .map(Company::key)
                    .mapToInt(this::ofLastMinute)
                    .sum();
        }

        private int ofLastMinute(String company) {
            if (lastMinute.isEmpty()) {
                lastMinute = Optional.of(
                        ledger.reading(books -> books.deliveries().ended(SendingMethod.EMAIL, now.minus(MINUTE), now)));
            }
            return lastMinute.get().getOrDefault(company, 0) + underWay(company);
        }

        private int underWay(String company) {
            long working = inHand.stream()
                    .filter(shipment -> shipment.company().key().equals(company))
                    .filter(shipment -> shipment.delivery().destination().method() == SendingMethod.EMAIL)
                    .count();
            int here = (int) working + taken.getOrDefault(company, 0);
            return companies.find(company).isPresent() ? here : Math.max(here, open(company));
        }

        /** Of a company that another node may have. */
        private int open(String company) {
            if (open.isEmpty()) {
                open = Optional.of(
                        ledger.reading(books -> books.deliveries().open(SendingMethod.EMAIL, now.minus(LONGEST))));
            }
            return open.get().getOrDefault(company, 0);
        }
    }
}
