package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The messages byte for byte; layout apart they are eConnect's samples. */
class RequestsTest {
    private static final Secret TOKEN = new Secret("the-token");
    private static final String OPEN = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\">";
    private static final String HEADER = "<S:Header><Authentication xmlns=\"http://api.everbinding.nl/v3_1/\">"
            + "<SecurityToken>the-token</SecurityToken></Authentication></S:Header>";
    private static final String CLOSE = "</S:Body></S:Envelope>";

    private final Requests requests = new Requests(new Envelope(), "XCNL10019", Sample.CLOCK);

    @Test
    void logInHasNoHeaderAndEscapesTheKeys() throws Exception {
        var keys = new io.github.komaseconnect.company.Credentials(
                new Secret("a<b&c"), new Secret("geheim é\"'>"), new Secret(""));
        assertThat(text(requests.logIn(keys)))
                .isEqualTo(OPEN + "<S:Body><Login xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<ConsumerKey>a&lt;b&amp;c</ConsumerKey><ConsumerSecret>geheim é\"'></ConsumerSecret></Login>"
                        + CLOSE);
    }

    @Test
    void inboxFromATimeOnHasBothEndsOfTheSpanEndFirst() throws Exception {
        assertThat(text(requests.list(
                        Operation.GET_INBOX_DOCUMENTS,
                        TOKEN,
                        Optional.of(Requests.Since.created(Instant.parse("2026-11-22T07:15:00.1239Z"))),
                        Optional.of("page-2"))))
                .isEqualTo(OPEN + HEADER + "<S:Body><GetInboxDocuments xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<EConnectPartyId>XCNL10019</EConnectPartyId>"
                        + "<Paging><Limit>30</Limit><StartPage>page-2</StartPage></Paging>"
                        + "<Search><CreatedOn><To>2027-11-23T09:00:00.000+01:00</To>"
                        + "<From>2026-11-22T08:15:00.123+01:00</From></CreatedOn></Search></GetInboxDocuments>"
                        + CLOSE);
    }

    @Test
    void wholeInboxHasNoSearch() throws Exception {
        assertThat(text(requests.list(Operation.GET_INBOX_DOCUMENTS, TOKEN, Optional.empty(), Optional.empty())))
                .endsWith("<S:Body><GetInboxDocuments xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<EConnectPartyId>XCNL10019</EConnectPartyId><Paging><Limit>30</Limit></Paging>"
                        + "</GetInboxDocuments>" + CLOSE);
    }

    @Test
    void theEndOfTheSpanLiesBehindAStartInTheFuture() throws Exception {
        assertThat(text(requests.list(
                        Operation.GET_OUTBOX_DOCUMENTS,
                        TOKEN,
                        Optional.of(Requests.Since.created(Instant.parse("2028-07-01T00:00:00Z"))),
                        Optional.empty())))
                .contains("<GetOutboxDocuments ")
                .contains("<To>2029-07-02T02:00:00.000+02:00</To><From>2028-07-01T02:00:00.000+02:00</From>");
    }

    @Test
    void whatChangedInTheOutboxIsAskedByTheTimeOfTheChange() throws Exception {
        assertThat(text(requests.list(
                        Operation.GET_OUTBOX_DOCUMENTS,
                        TOKEN,
                        Optional.of(Requests.Since.modified(Instant.parse("2026-11-22T07:15:00Z"))),
                        Optional.empty())))
                .contains("<Search><ModifiedOn><To>2027-11-23T09:00:00.000+01:00</To>"
                        + "<From>2026-11-22T08:15:00.000+01:00</From></ModifiedOn></Search>");
    }

    @Test
    void accountParties() throws Exception {
        assertThat(text(requests.accountParties(TOKEN, Optional.empty())))
                .isEqualTo(OPEN + HEADER + "<S:Body><GetAccountParties xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<Paging><Limit>30</Limit></Paging></GetAccountParties>" + CLOSE);
    }

    @Test
    void oneDocument() throws Exception {
        assertThat(text(requests.one(Operation.GET_DOCUMENT_PDF, TOKEN, "XCNIN1")))
                .isEqualTo(OPEN + HEADER + "<S:Body><GetDocumentPdf xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<ExternalId>XCNIN1</ExternalId></GetDocumentPdf>" + CLOSE);
    }

    @Test
    void statusCodesHaveTwoDigits() throws Exception {
        assertThat(text(requests.status(TOKEN, "XCNIN1", 5)))
                .contains("<SetInboxDocumentStatus xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<ExternalId>XCNIN1</ExternalId><StatusCode>05</StatusCode></SetInboxDocumentStatus>");
    }

    @Test
    void aMessageNeverPrintsItsContent() {
        assertThat(requests.logIn(Sample.KEYS).toString())
                .doesNotContain("app-key")
                .doesNotContain("secret")
                .matches("SOAP message of \\d+ bytes");
    }

    private static String text(SoapMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        assertThat(message.length()).isEqualTo(out.size());
        return out.toString(StandardCharsets.UTF_8);
    }
}
