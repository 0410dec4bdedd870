package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.RehearsalScenario;
import io.github.komaseconnect.simulator.SampleInvoices;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The server that all contenders share: the project's simulator of eConnect, which counts what it accepted. */
public final class ServerMain {
    private static final int FIRST_NUMBER = 50_000;

    private final Simulator simulator;
    private int forgotten;

    private ServerMain(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Argument: how many companies the account has. Runs until it is told to stop. */
    public static void main(String[] arguments) throws Exception {
        try (Simulator simulator = Simulator.builder()
                .account(SimulatedAccount.of(
                        RehearsalScenario.CONNECTION_KEY,
                        RehearsalScenario.CONNECTION_SECRET,
                        companies(Integer.parseInt(arguments[0]))))
                .start()) {
            ServerMain server = new ServerMain(simulator);
            Conversation.hold(Map.of(
                    "url", none -> simulator.url().toString(),
                    "latency", server::latency,
                    "accepted", server::accepted,
                    "inbox", server::inbox,
                    "forget-calls", server::forgetCalls,
                    "first-call", server::firstCall));
        }
    }

    /** The Company ID of the n-th company; the first is 1. */
    static String companyId(int n) {
        return n == 1 ? RehearsalScenario.COMPANY.companyId() : "XCNL" + (FIRST_NUMBER + n);
    }

    private static SimulatedCompany[] companies(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> n == 1
                        ? RehearsalScenario.COMPANY
                        : new SimulatedCompany(companyId(n), "Bedrijf " + n + " B.V.", "", ""))
                .toArray(SimulatedCompany[]::new);
    }

    private String latency(String milliseconds) {
        simulator.faults().clear();
        Duration delay = Duration.ofMillis(Long.parseLong(milliseconds));
        if (!delay.isZero()) {
            simulator.faults().onAnyCall().inject(Fault.delayBeforeAcceptance(delay));
        }
        return "every call takes " + milliseconds + " ms longer";
    }

    /** How many documents with numbers that begin so were accepted, and how many different numbers those have. */
    private String accepted(String prefix) {
        List<String> numbers = simulator.journal().accepted().stream()
                .map(AcceptedDocument::invoiceNumber)
                .filter(number -> number.startsWith(prefix))
                .toList();
        return numbers.size() + " " + numbers.stream().distinct().count();
    }

    private String inbox(String companyAndCount) {
        String[] words = companyAndCount.split(" ");
        new SampleInvoices().deliver(simulator, words[0], Integer.parseInt(words[1]));
        return "they wait";
    }

    private String forgetCalls(String none) {
        forgotten = simulator.journal().calls().size();
        return "forgotten";
    }

    /** When the first call since {@link #forgetCalls} ended, in milliseconds since 1970; 0 while there was none. */
    private String firstCall(String none) {
        return simulator.journal().calls().stream()
                .skip(forgotten)
                .findFirst()
                .map(call -> Long.toString(call.at().toEpochMilli()))
                .orElse("0");
    }
}
