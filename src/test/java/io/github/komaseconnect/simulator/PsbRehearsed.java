package io.github.komaseconnect.simulator;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;

/** As {@link Rehearsed}, with both companies at the PSB as well, and a third that is there only. */
abstract class PsbRehearsed extends Rehearsed {
    static final SimulatedCompany GAMMA =
            new SimulatedCompany("XCNL10017", "Gamma Glas B.V.", "11223344", "NL112233445B01");
    static final String ACME_PATH = "NL%3AKVK%3A12345678/";
    static final String GAMMA_PATH = "NL%3AKVK%3A11223344/";

    PsbWire psb;
    String bearer;

    @Override
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder.client(
                        SimulatedClient.of("acme-client", "acme-secret", ACME).withUser("jan", "geheim & zo"))
                .client(SimulatedClient.of("gamma-client", "gamma-secret", GAMMA));
    }

    @BeforeEach
    void logInAtThePsb() throws IOException {
        psb = new PsbWire(simulator);
        bearer = psb.logIn("acme-client", "acme-secret");
    }

    String gammaBearer() {
        return psb.logIn("gamma-client", "gamma-secret");
    }

    /** An invoice whose customer has this electronic address. */
    static String invoiceTo(String number, String scheme, String value) {
        return Ubl.invoice(number)
                .replace(
                        "<cac:AccountingCustomerParty><cac:Party>",
                        "<cac:AccountingCustomerParty><cac:Party><cbc:EndpointID schemeID=\"" + scheme + "\">" + value
                                + "</cbc:EndpointID>");
    }
}
