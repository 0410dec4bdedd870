package io.github.komaseconnect.cli;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseAction;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.RespondOrder;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.response.ResponseJson;
import io.github.komaseconnect.response.ResponseRules;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code respond ID --status …}: answer the supplier of a purchase invoice. */
@Command(
        name = "respond",
        description = "De leverancier van een inkoopfactuur antwoorden: geaccepteerd, betwist, afgewezen, betaald"
                + " (answer the supplier of a purchase invoice: accepted, disputed, rejected, paid).")
final class RespondCommand implements Callable<Integer> {
    private final OrderGiving giving;

    @Parameters(
            paramLabel = "ID",
            description = "Id van de inkoopfactuur, of met --company haar nummer"
                    + " (id of the purchase invoice, or its number with --company).")
    private String id = "";

    @Option(
            names = "--status",
            paramLabel = "AP|RE|PD|UQ|CA|IP|AB",
            description = "AP geaccepteerd (accepted), RE afgewezen (rejected), PD betaald (paid), UQ in vraag (under"
                    + " query), CA onder voorwaarden (conditionally), IP in behandeling (in process), AB ontvangen"
                    + " (received).")
    private Optional<String> status = Optional.empty();

    @Option(
            names = "--reason",
            paramLabel = "CODE=TEKST",
            description =
                    "Waarom; moet bij RE, UQ en CA (why; needed with RE, UQ and CA): NON REF LEG REC QUA DEL PRI QTY"
                            + " ITM PAY UNR FIN PPD OTH.")
    private List<String> reasons = List.of();

    @Option(
            names = "--action",
            paramLabel = "CODE=TEKST",
            description = "Wat de leverancier moet doen (what the supplier is to do): NOA PIN NIN CNF CNP CNA OTH.")
    private List<String> actions = List.of();

    @Option(names = "--note", paramLabel = "TEKST", description = "Toelichting (a note).")
    private String note = "";

    @Option(
            names = "--withdraw",
            description = "Een antwoord dat nog wacht, of niet gelukt is, intrekken"
                    + " (withdraw an answer that waits, or failed).")
    private boolean withdraw;

    @Mixin
    private final InvoiceArguments arguments = new InvoiceArguments();

    RespondCommand(OrderGiving giving) {
        this.giving = giving;
    }

    @Override
    public Integer call() {
        String argument = withdraw ? withdrawal() : new ResponseJson().write(response());
        return giving.give((installation, ledger) -> {
            LedgerInvoice invoice = new InvoiceFinder(installation, ledger).findPurchase(id, arguments.company());
            return List.of(Wish.about(invoice, WorkOrder.Kind.RESPOND, argument));
        });
    }

    private String withdrawal() {
        if (status.isPresent() || !reasons.isEmpty() || !actions.isEmpty() || !note.isEmpty()) {
            throw CommandFailure.usage(
                    "--withdraw gaat niet samen met --status, --reason, --action of --note.",
                    "--withdraw does not go with --status, --reason, --action or --note.");
        }
        return RespondOrder.WITHDRAW;
    }

    private InvoiceResponse response() {
        String typed = status.orElseThrow(
                () -> CommandFailure.usage("Geef --status, of --withdraw.", "Give --status, or --withdraw."));
        ResponseStatus known =
                ResponseStatus.of(typed).orElseThrow(() -> unknown("--status", typed, ResponseStatus.class));
        InvoiceResponse response = new InvoiceResponse(
                known,
                texts("--reason", reasons, ResponseReason.class),
                texts("--action", actions, ResponseAction.class),
                OneLine.of(note).strip());
        ResponseRules.check(response).ifPresent(reason -> {
            throw CommandFailure.usage(reason.dutchLine(), reason.englishLine());
        });
        return response;
    }

    private static <E extends Enum<E>> Map<E, String> texts(String option, List<String> typed, Class<E> codes) {
        Map<E, String> texts = new EnumMap<>(codes);
        for (String each : typed) {
            int equals = each.indexOf('=');
            String code = (equals < 0 ? each : each.substring(0, equals)).strip();
            E known = Arrays.stream(codes.getEnumConstants())
                    .filter(one -> one.name().equals(code.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> unknown(option, code, codes));
            String text =
                    equals < 0 ? "" : OneLine.of(each.substring(equals + 1)).strip();
            if (texts.put(known, text) != null) {
                throw CommandFailure.usage(
                        option + " " + known + " staat er twee keer.", option + " " + known + " is there twice.");
            }
        }
        return texts;
    }

    private static <E extends Enum<E>> CommandFailure unknown(String option, String code, Class<E> codes) {
        String known = Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" "));
        return CommandFailure.usage(
                option + ": er is geen code \"" + code + "\"; kies uit " + known + ".",
                option + ": there is no code \"" + code + "\"; choose from " + known + ".");
    }
}
