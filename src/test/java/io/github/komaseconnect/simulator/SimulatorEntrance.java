package io.github.komaseconnect.simulator;

import io.github.komaseconnect.hostile.XmlEntrance;
import io.github.komaseconnect.hostile.XmlEntrance.Fate;
import java.io.IOException;
import java.util.UUID;

/** The simulator's doors as entrances of XML. */
public final class SimulatorEntrance {
    private static final SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");

    private SimulatorEntrance() {}

    private static Simulator simulator() throws IOException {
        return Simulator.builder()
                .account(SimulatedAccount.of("key", "secret", ACME))
                .client(SimulatedClient.of("client", "secret", ACME))
                .start();
    }

    private static Fate fate(int status, String body) {
        return new Fate(status != 200, body);
    }

    /** A call of the platform API. */
    public static XmlEntrance soap() {
        return (attack, folder) -> {
            try (Simulator simulator = simulator()) {
                String envelope = Wire.envelope("Login", "", "<ConsumerKey>@</ConsumerKey>");
                Wire.Answer answer = new Wire(simulator.url())
                        .post(
                                Wire.NAMESPACE + "Login",
                                attack.into(envelope.substring(envelope.indexOf("<S:")), "S:Envelope"));
                return fate(answer.status(), answer.body());
            }
        };
    }

    /** An invoice that is sent by the platform API. */
    public static XmlEntrance sent() {
        return (attack, folder) -> {
            try (Simulator simulator = simulator()) {
                Wire wire = new Wire(simulator.url());
                Wire.Answer answer = wire.call(
                        "SendDocument",
                        wire.logIn("key", "secret"),
                        Wire.sending(
                                ACME.companyId(),
                                "0106:11223344",
                                attack.invoice().replaceFirst("^<\\?xml[^>]*>", "")));
                return fate(answer.status(), answer.body());
            }
        };
    }

    /** An invoice that is sent by the PSB. */
    public static XmlEntrance sentByPsb() {
        return (attack, folder) -> {
            try (Simulator simulator = simulator()) {
                PsbWire psb = new PsbWire(simulator);
                PsbWire.Answer answer = psb.send(
                        psb.logIn("client", "secret"), UUID.randomUUID().toString(), attack.invoice());
                return fate(answer.status(), answer.body());
            }
        };
    }
}
