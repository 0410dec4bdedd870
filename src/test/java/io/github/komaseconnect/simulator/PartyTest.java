package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest extends Rehearsed {
    private static Wire.Answer accountParties(SimulatorBuilder builder) throws IOException {
        try (Simulator simulator =
                builder.account(SimulatedAccount.of("k", "s", ACME, BETA)).start()) {
            Wire wire = new Wire(simulator.url());
            return wire.call("GetAccountParties", wire.logIn("k", "s"), "<Search/><Paging><Limit>50</Limit></Paging>");
        }
    }

    @Test
    void listsTheCompaniesOfTheAccountInTheResponseThatIsSpeltWrong() throws IOException {
        Wire.Answer answer = accountParties(Simulator.builder());

        assertThat(answer.value("GetAccountPartiesReponse xmlns=\"" + Wire.NAMESPACE + "\""))
                .isEmpty();
        assertThat(answer.body()).contains("<GetAccountPartiesReponse xmlns=\"" + Wire.NAMESPACE + "\">");
        assertThat(answer.values("EConnectPartyId")).containsExactly("XCNL10019", "XCNL10018");
        assertThat(answer.values("PartyAccountDetails").get(0))
                .isEqualTo("<ReferenceId>NL:KVK:12345678</ReferenceId><Name>Acme Installatietechniek B.V.</Name>"
                        + "<ChamberNumber>12345678</ChamberNumber><Address><CountryCode>NL</CountryCode></Address>"
                        + "<EConnectPartyId>XCNL10019</EConnectPartyId><Description/><Account><Id>XCNL10019</Id>"
                        + "<Name>Acme Installatietechniek B.V.</Name></Account>"
                        + "<IsRegisteredToPeppol>true</IsRegisteredToPeppol><IsVerified>true</IsVerified>");
        assertThat(answer.body()).doesNotContain("NextPage");
    }

    @Test
    void canSpeakTheOtherFormsOfTheSources() throws IOException {
        Wire.Answer answer =
                accountParties(Simulator.builder().quirks(Quirk.NESTED_PARTY_DETAILS, Quirk.EMPTY_NEXT_PAGE));

        assertThat(answer.body())
                .contains("<PartyAccountDetails><PartyAccountDetails><ReferenceId>")
                .contains("</PartyAccountDetails></PartyAccountDetails>")
                .contains("<NextPage/>");
    }

    @Test
    void canSpellTheReceiverAsV3Does() throws IOException {
        try (Simulator other = Simulator.builder()
                .quirks(Quirk.RECIEVER)
                .account(SimulatedAccount.of("k", "s", ACME))
                .start()) {
            other.deliver("XCNL10019", InboxDocument.of(Ubl.invoice("1")));
            Wire to = new Wire(other.url());
            assertThat(to.call("GetInboxDocuments", to.logIn("k", "s"), "").values("Reciever"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ReferenceId>0106:87654321</ReferenceId>",
                "<Name>beta</Name>",
                "<ChamberNumber>87654321</ChamberNumber>",
                "<Name>Beta</Name><CountryCode>NL</CountryCode>"
            })
    void findsPartiesByEachOfTheirFields(String search) {
        assertThat(call("GetParties", "<Search>" + search + "</Search>").values("Name"))
                .containsExactly("Beta Bouw B.V.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ReferenceId>0106:00000000</ReferenceId>",
                "<Name>Beta</Name><CountryCode>BE</CountryCode>",
                "<Residence>Utrecht</Residence>"
            })
    void findsNobodyElse(String search) {
        assertThat(call("GetParties", "<Search>" + search + "</Search>").values("Party"))
                .isEmpty();
    }

    @Test
    void tellsAboutOneParty() {
        assertThat(call("GetParty", "<ReferenceId>NL:KVK:87654321</ReferenceId>")
                        .value("EConnectPartyId"))
                .isEqualTo("XCNL10018");
        assertThat(call("GetParty", "<ReferenceId>0106:00000000</ReferenceId>").fault())
                .endsWith("[ERRSIM9000007]");
    }
}
