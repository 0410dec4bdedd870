package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.folder.SettledFiles;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.order.RespondOrder;
import io.github.komaseconnect.response.DueResponses;
import io.github.komaseconnect.response.RespondFolder;
import io.github.komaseconnect.response.ResponseBook;
import io.github.komaseconnect.response.ResponseIntake;
import io.github.komaseconnect.response.ResponseOutcomes;
import io.github.komaseconnect.response.SupplierResponses;
import io.github.komaseconnect.response.Way;
import io.github.komaseconnect.response.Ways;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Puts together what answers suppliers. */
final class ResponseWiring {
    private static final int PARALLEL = 2;

    private ResponseWiring() {}

    /** Binds the beans of {@code 10-answer-suppliers}, and what carries out orders. */
    static void wire(
            Map<String, Object> beans,
            Companies companies,
            Connections connections,
            Ledger ledger,
            Channels channels,
            GlobalSettings settings,
            Clock clock,
            Clock steady) {
        Ways ways = (company, receipt) -> {
            Gateway gateway = receipt.map(Receipt::gateway).orElse(company.gateway());
            Optional<Channel> channel = Optional.of(Channel.ECONNECT).filter(any -> gateway == company.gateway());
            return new Way(ResponseForm.of(gateway), connections.of(company, gateway), channel);
        };
        AlarmBell alarms = new AlarmBell(ledger);
        RespondFolder folder = new RespondFolder(
                ledger,
                new ResponseIntake(ways, ledger),
                new SettledFiles(settings.pickup().settle(), steady),
                alarms);
        beans.put("respondLooks", new RespondLooks(companies, folder, (Unexpected) beans.get("unexpected"), steady));
        beans.put("dueResponses", new DueResponses(companies, ledger, PARALLEL, clock));
        beans.put("responseBook", new ResponseBook(companies, ways, ledger));
        beans.put("supplierResponses", new SupplierResponses());
        beans.put("responseOutcomes", new ResponseOutcomes(ledger, channels, settings.delivery(), clock));
        beans.put("respondOrder", new RespondOrder(companies, ways, ledger));
    }
}
