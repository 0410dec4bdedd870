package io.github.komaseconnect.simulator;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator with two companies on two accounts, and somebody logged in for each. */
abstract class Rehearsed {
    static final SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456782B01");
    static final SimulatedCompany BETA = new SimulatedCompany("XCNL10018", "Beta Bouw B.V.", "87654321", "");

    final SettableClock clock = new SettableClock();
    Simulator simulator;
    Wire wire;
    String token;

    @BeforeEach
    void startSimulator() throws IOException {
        simulator = configure(Simulator.builder()
                        .clock(clock)
                        .account(SimulatedAccount.of("acme-key", "acme-secret", ACME))
                        .account(SimulatedAccount.of("beta-key", "beta-secret", BETA)))
                .start();
        wire = new Wire(simulator.url());
        token = wire.logIn("acme-key", "acme-secret");
    }

    @AfterEach
    void stopSimulator() throws IOException {
        simulator.close();
    }

    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder;
    }

    String betaToken() {
        return wire.logIn("beta-key", "beta-secret");
    }

    Wire.Answer call(String operation, String elements) {
        return wire.call(operation, token, elements);
    }

    Wire.Answer send(String to, String payload) {
        return call("SendDocument", Wire.sending(ACME.companyId(), to, payload));
    }

    static String id(String externalId) {
        return "<ExternalId>" + externalId + "</ExternalId>";
    }
}
