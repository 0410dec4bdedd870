package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person in a rehearsal can ask for with a browser or curl; eConnect has no such thing. */
final class ControlPage {
    static final String PATH = "/control";
    private static final int CALLS_SHOWN = 50;
    private static final String HELP = """
            GET  /control/journal                     documents taken, and the last calls
            POST /control/faults?operation=&fault=&times=&invoice=
                                                      operation: e.g. SendDocument (empty: all), times: 1 unless given,
                                                      invoice: only this number (empty: all)
            POST /control/faults/clear                no more faults
            POST /control/tokens/expire               every client must log in again
            POST /control/block?key=&reason=          reason: unpaid-invoices, negative-balance, misuse
            POST /control/unblock?key=
            POST /control/rules?invoice=&rule=        refuse this invoice for breaking this rule (empty: no longer)
            POST /control/status?id=&code=            the receiver of a document sets its status, e.g. 50 rejected
            POST /control/way?id=&method=             a sent document goes by this way: ToPeppol, ToInbox, ToEmail, OutboxOnly, None
            POST /control/respond?id=&status=&reason=&text=
                                                      the buyer answers: status e.g. RE, reason e.g. REF
            POST /control/report?id=&topic=           e.g. InvoiceSentError of a document sent through the PSB
            GET  /control/hooks                       events, and the last attempts to tell hooks of them
            POST /control/hooks/repeat                tell hooks of the last event once more
            POST /control/inbox?company=&count=       new sample invoices in the inbox of this Company ID
            """;

    private final Simulator simulator;
    private final FaultWords words = new FaultWords();

    ControlPage(Simulator simulator) {
        this.simulator = simulator;
    }

    HttpAnswer answer(HttpRequest request) {
        try {
            String path = request.path().substring(PATH.length());
            return HttpAnswer.text(200, request.method().equals("POST") ? act(path, request) : show(path));
        } catch (IllegalArgumentException e) {
            return HttpAnswer.text(400, e.getMessage() + "\n");
        }
    }

    private String show(String path) {
        if (path.equals("/hooks")) {
            return hooks();
        }
        return path.equals("/journal") ? journal() : HELP + "faults: " + String.join(", ", words.words()) + "\n";
    }

    private String act(String path, HttpRequest request) {
        switch (path) {
            case "/faults" -> inject(request);
            case "/faults/clear" -> simulator.faults().clear();
            case "/tokens/expire" -> simulator.expireTokens();
            case "/block" -> simulator.block(required(request, "key"), reason(required(request, "reason")));
            case "/unblock" -> simulator.unblock(required(request, "key"));
            case "/rules" ->
                simulator.breakRules(
                        required(request, "invoice"),
                        given(request, "rule").stream().toArray(String[]::new));
            case "/status" ->
                simulator.receiverSets(
                        required(request, "id"),
                        InvoiceStatus.withCode(required(request, "code"))
                                .orElseThrow(() -> new IllegalArgumentException("code: no such status")));
            case "/way" -> simulator.goesBy(required(request, "id"), way(required(request, "method")));
            case "/respond" ->
                simulator.psb().respond(required(request, "id"), response(request, required(request, "status")));
            case "/report" ->
                simulator
                        .psb()
                        .report(
                                required(request, "id"),
                                HookTopic.named(required(request, "topic"))
                                        .orElseThrow(() -> new IllegalArgumentException("topic: no such topic")),
                                "Told by a rehearsal.");
            case "/hooks/repeat" -> {
                var events = simulator.psb().hooks().events();
                if (!events.isEmpty()) {
                    simulator.psb().hooks().repeat(events.get(events.size() - 1));
                }
            }
            case "/inbox" ->
                new SampleInvoices().deliver(simulator, required(request, "company"), number(request, "count"));
            default -> throw new IllegalArgumentException("unknown: " + path + "\n" + HELP);
        }
        return "done\n";
    }

    private void inject(HttpRequest request) {
        String word = required(request, "fault");
        Fault fault = words.named(word)
                .orElseThrow(() -> new IllegalArgumentException("fault: one of " + String.join(", ", words.words())));
        Optional<Operation> operation = given(request, "operation").map(name -> Operation.withWord(name)
                .orElseThrow(() -> new IllegalArgumentException("operation: one of "
                        + Arrays.stream(Operation.values())
                                .map(Operation::soapName)
                                .collect(Collectors.joining(", ")))));
        Faults.Plan plan = operation
                .map(simulator.faults()::on)
                .orElseGet(simulator.faults()::onAnyCall)
                .times(number(request, "times"));
        given(request, "invoice").map(plan::forInvoices).orElse(plan).inject(fault);
    }

    private String journal() {
        StringBuilder out = new StringBuilder("Accepted:\n");
        simulator.journal().accepted().forEach(document -> out.append(document.at())
                .append("  ")
                .append(document.externalId())
                .append("  ")
                .append(document.invoiceNumber())
                .append("  ")
                .append(document.via())
                .append(" -> ")
                .append(document.to())
                .append("  ")
                .append(document.method().wireName())
                .append('\n'));
        out.append("Last calls:\n");
        last(simulator.journal().calls()).forEach(call -> out.append(call.at())
                .append("  ")
                .append(call.details().operation().map(Operation::soapName).orElse("?"))
                .append("  ")
                .append(call.details().invoiceNumber())
                .append("  ")
                .append(call.outcome())
                .append("  ")
                .append(call.detail())
                .append('\n'));
        return out.toString();
    }

    private String hooks() {
        StringBuilder out = new StringBuilder("Events:\n");
        SimulatedHooks hooks = simulator.psb().hooks();
        last(hooks.events()).forEach(event -> out.append(event.createdOn())
                .append("  ")
                .append(event.topic().wireName())
                .append("  ")
                .append(event.partyId())
                .append("  ")
                .append(event.documentId())
                .append("  ")
                .append(event.details().getOrDefault("id", ""))
                .append('\n'));
        out.append("Attempts:\n");
        last(hooks.attempts()).forEach(attempt -> out.append(attempt.at())
                .append("  ")
                .append(attempt.hookId())
                .append("  ")
                .append(attempt.event().topic().wireName())
                .append("  ")
                .append(attempt.number())
                .append("  ")
                .append(attempt.detail())
                .append('\n'));
        return out.toString();
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - CALLS_SHOWN), all.size());
    }

    private static InvoiceResponse response(HttpRequest request, String status) {
        return new InvoiceResponse(
                status,
                given(request, "reason")
                        .map(code -> Map.of(code, given(request, "text").orElse("")))
                        .orElse(Map.of()),
                Map.of(),
                "");
    }

    private static BlockedFor reason(String word) {
        return Arrays.stream(BlockedFor.values())
                .filter(reason -> reason.name().equalsIgnoreCase(word.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reason: unpaid-invoices, negative-balance or misuse"));
    }

    private static DeliveryMethod way(String word) {
        return Arrays.stream(DeliveryMethod.values())
                .filter(way -> way.wireName().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method: no such way"));
    }

    private static int number(HttpRequest request, String name) {
        String text = given(request, name).orElse("1");
        if (!text.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(name + ": a number up to 9999");
        }
        return Integer.parseInt(text);
    }

    private static String required(HttpRequest request, String name) {
        return given(request, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static Optional<String> given(HttpRequest request, String name) {
        return request.parameter(name).filter(text -> !text.isEmpty());
    }
}
