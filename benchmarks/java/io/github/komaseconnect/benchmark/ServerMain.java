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

/** The server that all contenders share: the project's simulator of eConnect, which counts what it accepted. */
public final class ServerMain {
    /** For a contender that needs an inbox of its own. */
    static final SimulatedCompany SECOND =
            new SimulatedCompany("XCNL10020", "Beta Techniek B.V.", "87654322", "NL987654321B01");

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
                        RehearsalScenario.COMPANY,
                        SECOND))
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

    private String inbox(String companyAndCount) {
        String[] words = companyAndCount.split(" ");
        new SampleInvoices().deliver(simulator, words[0], Integer.parseInt(words[1]));
        return "they wait";
    }
}
