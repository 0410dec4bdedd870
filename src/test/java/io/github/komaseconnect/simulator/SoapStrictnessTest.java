package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapStrictnessTest extends Rehearsed {
    private static final String INBOX = "GetInboxDocuments";
    private static final String PAGING = "<Paging><Limit>10</Limit></Paging>";

    private void assertInvalid(String operation, String elements) {
        Wire.Answer answer = call(operation, elements);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.fault()).startsWith("The XML is not valid").endsWith("[ERRIER8000006]");
    }

    @Test
    void answersAFaultInTheFormThatEConnectUses() {
        Wire.Answer answer = call(INBOX, "<Wrong/>");

        assertThat(answer.value("faultcode")).isEqualTo("S:Server");
        assertThat(answer.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
                .contains("<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><S:Fault>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.everbinding.nl/v3/GetAccountParties",
                "http://api.everbinding.nl/v3_1/GetInboxDocuments",
                "GetAccountParties",
                ""
            })
    void refusesAnActionThatIsNotTheBodys(String action) {
        assertThat(wire.post(action, Wire.envelope("GetAccountParties", token, ""))
                        .fault())
                .isEqualTo("The namespace used for the API is not supported. [ERRCDO4000041]");
    }

    @Test
    void refusesTheNamespaceOfV3() {
        String old = Wire.envelope("GetAccountParties", token, "").replace("/v3_1/", "/v3/");
        assertThat(wire.post(Wire.NAMESPACE + "GetAccountParties", old).fault()).endsWith("[ERRCDO4000041]");
    }

    @Test
    void takesAnActionInQuotes() {
        String envelope = Wire.envelope("GetAccountParties", token, "");
        assertThat(wire.post("\"" + Wire.NAMESPACE + "GetAccountParties\"", envelope)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesNotKnowTheOperationWhoseLayoutIsNotPublic() {
        assertThat(call("GetAdvisedInvoiceRecipientId", "").fault())
                .isEqualTo("Unknown operation: GetAdvisedInvoiceRecipientId. [ERRSIM9000001]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Unknown/>",
                PAGING + "<EConnectPartyId>XCNL10019</EConnectPartyId>",
                "<Search/>" + PAGING,
                PAGING + PAGING,
                "<Paging/>",
                "<Paging><StartPage>x</StartPage><Limit>10</Limit></Paging>",
                "<Paging><Limit>ten</Limit></Paging>",
                "<Paging><Limit></Limit></Paging>",
                PAGING + "<Search><Status><Code>10</Code></Status><Subject>x</Subject></Search>",
                PAGING + "<Search><CreatedOn><From>2026-11-22T08:00:00Z</From></CreatedOn></Search>",
                PAGING
                        + "<Search><CreatedOn><From>2026-11-22T08:00:00Z</From><To>2026-11-22T09:00:00Z</To></CreatedOn></Search>",
                PAGING + "<Search><CreatedOn><To>2026-11-22T08:00:00</To><From>2026-11-22T08:00:00Z</From>"
                        + "</CreatedOn></Search>",
                PAGING + "<Search><CreatedOn><To/><From>2026-11-22T08:00:00Z</From></CreatedOn></Search>",
                "<Paging xmlns=\"\"><Limit>10</Limit></Paging>",
                "text" + PAGING,
                "<GroupId>a<b/></GroupId>",
                "<EConnectPartyId a=\"b\">XCNL10019</EConnectPartyId>",
                "<?instruction?>" + PAGING,
                "<Paging><Limit>10</Limit>",
                "&unknown;"
            })
    void refusesAListRequestThatIsNotAsTheSchemaWants(String elements) {
        assertInvalid(INBOX, elements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                PAGING,
                "<GroupId/><EConnectPartyId>XCNL10019</EConnectPartyId>" + PAGING,
                "<!-- a comment -->" + PAGING + "<Search></Search>",
                PAGING + "<Search><Receiver><Name>x</Name></Receiver></Search>",
                PAGING + "<Search><Reciever><Name>x</Name></Reciever></Search>",
                PAGING
                        + "<Search><ModifiedOn><To xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>"
                        + "<From>2026-11-22T08:00:00.000+01:00</From></ModifiedOn></Search>",
            })
    void takesAListRequestThatIs(String elements) {
        assertThat(call(INBOX, elements)).extracting(Wire.Answer::status).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GetInboxDocument", "GetInboxDocumentStatus", "GetOutboxDocument", "GetDocumentPdf", "GetParty"})
    void refusesCallsWithoutTheirId(String operation) {
        assertInvalid(operation, "");
        assertInvalid(operation, "<DocumentId>1</DocumentId>");
    }

    @Test
    void refusesAStatusBeforeTheId() {
        assertInvalid("SetInboxDocumentStatus", "<StatusCode>40</StatusCode>" + id("XCNIN1"));
    }

    @Test
    void refusesADoctype() {
        String envelope = Wire.envelope("GetAccountParties", token, "")
                .replace("<S:Envelope", "<!DOCTYPE x [<!ENTITY a \"b\">]><S:Envelope");
        assertThat(wire.post(Wire.NAMESPACE + "GetAccountParties", envelope).fault())
                .contains("DOCTYPE")
                .endsWith("[ERRIER8000006]");
    }

    @Test
    void refusesOtherEncodings() {
        String envelope = Wire.envelope("GetAccountParties", token, "").replace("utf-8", "iso-8859-1");
        assertThat(wire.post(Wire.NAMESPACE + "GetAccountParties", envelope).fault())
                .endsWith("[ERRIER8000006]");
    }

    @Test
    void refusesABodyBeforeTheHeaderAndAForeignEnvelope() {
        String envelope = Wire.envelope("GetAccountParties", token, "");
        String header = envelope.substring(envelope.indexOf("<S:Header>"), envelope.indexOf("<S:Body>"));
        String turned = envelope.replace(header, "").replace("</S:Envelope>", header + "</S:Envelope>");
        assertThat(wire.post(Wire.NAMESPACE + "GetAccountParties", turned).fault())
                .endsWith("[ERRIER8000006]");

        String soap12 = envelope.replace(
                "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
        assertThat(wire.post(Wire.NAMESPACE + "GetAccountParties", soap12).fault())
                .endsWith("[ERRIER8000006]");
    }
}
