package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.RehearsalScenario;
import io.github.komaseconnect.simulator.SampleInvoices;
import io.github.komaseconnect.simulator.SimulatedAccount;
import io.github.komaseconnect.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The server that all contenders share: the project's simulator of eConnect, which counts what it accepted. */
public final class ServerMain {
    private final Simulator simulator;

    private ServerMain(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) throws Exception {
        try (Simulator simulator = Simulator.builder()
                .account(SimulatedAccount.of(
                        RehearsalScenario.CONNECTION_KEY,
                        RehearsalScenario.CONNECTION_SECRET,
                        RehearsalScenario.COMPANY))
                .start()) {
            ServerMain server = new ServerMain(simulator);
            Conversation.hold(Map.of(
                    "url", none -> simulator.url().toString(),
                    "latency", server::latency,
                    "accepted", server::accepted,
                    "inbox", server::inbox));
        }
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

    private String inbox(String count) {
        new SampleInvoices().deliver(simulator, RehearsalScenario.COMPANY.companyId(), Integer.parseInt(count));
        return count + " documents wait";
    }
}
