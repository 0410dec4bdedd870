package io.github.komaseconnect.platform;

import static io.github.komaseconnect.platform.ScriptedTransport.answer;
import static io.github.komaseconnect.platform.ScriptedTransport.broken;
import static io.github.komaseconnect.platform.ScriptedTransport.notWritten;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.EConnect.AccountParty;
import io.github.komaseconnect.econnect.EConnect.SentDocument;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a company may do at eConnect, sending apart: see {@link SendingTest}. */
class PlatformEConnectTest {
    @TempDir
    Path home;

    private Path tmp;
    private final ScriptedTransport transport = new ScriptedTransport();
    private final AtomicReference<Credentials> keys = new AtomicReference<>(Sample.KEYS);

    @BeforeEach
    void folders() {
        tmp = home.resolve("tmp");
    }

    @AfterEach
    void noFileIsLeftBehind() throws Exception {
        if (Files.exists(tmp)) {
            assertThat(tmp).isEmptyDirectory();
        }
    }

    @Test
    void loggingInShowsTheKeysAreAccepted() {
        assertThat(econnect().logIn()).isEqualTo(new Reply.Done<>("Acme Installatietechniek B.V."));
        assertThat(transport.sent().get(0)).contains("<ConsumerKey>app-key-1234</ConsumerKey>");
    }

    @Test
    void loggingInIsDoneAnewThoughThereIsASession() {
        PlatformEConnect econnect = econnect();
        econnect.logIn();
        econnect.logIn();
        assertThat(transport.logIns()).isEqualTo(2);
    }

    @Test
    void refusedKeysBlockAndAreNamedButNotShown() {
        transport.then(
                Operation.LOGIN,
                500,
                Sample.fault("Invalid consumer key app-key-1234 or no such app. [ERRIAU6000007]"));
        Reply<String> reply = econnect().logIn();
        assertThat(reply).isInstanceOfSatisfying(Reply.Blocked.class, blocked -> {
            assertThat(blocked.reason().code()).isEqualTo("econnect.keys-refused");
            assertThat(blocked.reason().dutchLine())
                    .contains("company.acme.connection-key", "company.acme.connection-secret", "[ERRIAU6000007]")
                    .contains("Invalid consumer key *** or no such app.");
        });
        assertThat(reply.toString()).doesNotContain("app-key-1234");
    }

    @Test
    void missingAndUnreadableKeysBlockWithoutACall() {
        keys.set(new Credentials(new Secret("k"), new Secret(""), new Secret("")));
        assertThat(code(econnect().logIn())).isEqualTo("blocked econnect.keys-missing");
        assertThat(code(econnect(() -> {
                            throw new IllegalStateException("secret file app-secret-5678");
                        })
                        .inbox(Optional.empty(), Optional.empty())))
                .isEqualTo("blocked econnect.keys-unreadable");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void aLogInWithoutTokenOrAnswerIsTemporary() {
        transport
                .then(Operation.LOGIN, 200, Sample.response("Login", "<SecurityToken/>"))
                .then(Operation.LOGIN, broken())
                .then(Operation.LOGIN, notWritten());
        PlatformEConnect econnect = econnect();
        assertThat(code(econnect.logIn())).isEqualTo("temporary econnect.unusable-answer");
        assertThat(code(econnect.logIn())).isEqualTo("temporary econnect.no-answer");
        assertThat(code(econnect.logIn())).isEqualTo("temporary econnect.unreachable-service");
    }

    @Test
    void accountPartiesOfAllPagesNestedOrNot() {
        transport
                .then(
                        Operation.GET_ACCOUNT_PARTIES,
                        200,
                        Sample.response(
                                        "GetAccountParties",
                                        "<Results><PartyAccountDetails><PartyAccountDetails><Name>Acme</Name>"
                                                + "<EConnectPartyId>XCNL1</EConnectPartyId></PartyAccountDetails>"
                                                + "</PartyAccountDetails></Results><PagingResponse><NextPage>2</NextPage>"
                                                + "</PagingResponse>")
                                .replace("GetAccountPartiesResponse", "GetAccountPartiesReponse"))
                .then(
                        Operation.GET_ACCOUNT_PARTIES,
                        200,
                        Sample.response(
                                "GetAccountParties",
                                "<Results><PartyAccountDetails><EConnectPartyId>XCNL2</EConnectPartyId>"
                                        + "</PartyAccountDetails></Results><PagingResponse><NextPage/></PagingResponse>"));
        assertThat(econnect().accountParties())
                .isEqualTo(new Reply.Done<>(List.of(new AccountParty("XCNL1", "Acme"), new AccountParty("XCNL2", ""))));
        assertThat(transport.sent().get(2)).contains("<StartPage>2</StartPage>");
    }

    @Test
    void pagesThatGoRoundInACircleEnd() {
        String page = Sample.response(
                "GetAccountParties", "<Results/><PagingResponse><NextPage>1</NextPage></PagingResponse>");
        transport.then(Operation.GET_ACCOUNT_PARTIES, 200, page).then(Operation.GET_ACCOUNT_PARTIES, 200, page);
        assertThat(econnect().accountParties()).isEqualTo(new Reply.Done<>(List.of()));
    }

    @Test
    void aFaultInTheMiddleOfThePagesIsTheAnswer() {
        transport.then(Operation.GET_ACCOUNT_PARTIES, 500, Sample.fault("no [ERRGRP3000006]"));
        assertThat(code(econnect().accountParties())).isEqualTo("blocked econnect.no-permission");
    }

    @Test
    void inboxWithAllAndWithHardlyAnyFields() {
        transport.then(
                Operation.GET_INBOX_DOCUMENTS,
                200,
                Sample.response(
                        "GetInboxDocuments",
                        "<Results><Document><ExternalId>XCNIN97968</ExternalId><DocumentId/>"
                                + "<Subject>Factuur 2026-0042</Subject><CreatedOn>2026-11-22T08:39:35.415Z</CreatedOn>"
                                + "<ModifiedOn>2026-11-22T10:39:52+01:00</ModifiedOn><Sender><Name>Groothandel</Name></Sender>"
                                + "<Reciever><EConnectPartyId>XCNL10019</EConnectPartyId></Reciever>"
                                + "<Status><Name>x</Name><Code>05</Code></Status>"
                                + "<Transaction><DeliveryMethod>ToInbox</DeliveryMethod></Transaction></Document>"
                                + "<Document><Subject>no id</Subject></Document>"
                                + "<Document><ExternalId>XCNIN2</ExternalId><CreatedOn>yesterday</CreatedOn>"
                                + "<Status><Code>x</Code></Status></Document></Results>"
                                + "<PagingResponse><NextPage>opaque</NextPage></PagingResponse>"));
        assertThat(econnect().inbox(Optional.empty(), Optional.empty()))
                .isEqualTo(new Reply.Done<>(new ListPage(
                        List.of(
                                new InboxEntry(
                                        "XCNIN97968",
                                        "Factuur 2026-0042",
                                        Instant.parse("2026-11-22T08:39:35.415Z"),
                                        Instant.parse("2026-11-22T09:39:52Z"),
                                        "Groothandel",
                                        "XCNL10019",
                                        5,
                                        "ToInbox"),
                                new InboxEntry("XCNIN2", "", Instant.EPOCH, Instant.EPOCH, "", "", 0, "")),
                        Optional.of("opaque"))));
    }

    @Test
    void theLastPageHasNoNext() {
        transport.then(Operation.GET_OUTBOX_DOCUMENTS, 200, Sample.response("GetOutboxDocuments", ""));
        assertThat(econnect().outbox(Sample.NOW, Optional.of("p")))
                .isEqualTo(new Reply.Done<>(new ListPage(List.of(), Optional.empty())));
    }

    @Test
    void aReceivedDocumentAndItsAnswerAreFiled() throws Exception {
        Files.createDirectory(home.resolve("archive"));
        String answer = details("GetInboxDocument", "XCNIN1", "<Invoice xmlns=\"urn:i\">é</Invoice>");
        transport.then(Operation.GET_INBOX_DOCUMENT, 200, answer);
        Path document = home.resolve("archive/document.xml");
        assertThat(econnect().inboxDocument("XCNIN1", home.resolve("archive/answer.xml"), document))
                .isEqualTo(new Reply.Done<>(document));
        assertThat(home.resolve("archive/answer.xml")).content().isEqualTo(answer);
        assertThat(document)
                .content()
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoice xmlns=\"urn:i\">é</Invoice>");
    }

    @Test
    void aDocumentWithoutUblIsRefused() {
        transport.then(Operation.GET_INBOX_DOCUMENT, 200, details("GetInboxDocument", "XCNIN1", ""));
        assertThat(code(econnect().inboxDocument("XCNIN1", home.resolve("a"), home.resolve("d"))))
                .isEqualTo("refused econnect.no-document");
    }

    @Test
    void anotherDocumentThanAskedIsNotTaken() {
        transport.then(Operation.GET_INBOX_DOCUMENT, 200, details("GetInboxDocument", "XCNIN2", "<I/>"));
        assertThat(code(econnect().inboxDocument("XCNIN1", home.resolve("a"), home.resolve("d"))))
                .isEqualTo("temporary econnect.unusable-answer");
        assertThat(home.resolve("d")).doesNotExist();
        assertThat(home.resolve("a")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTemporary() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        transport.then(Operation.GET_INBOX_DOCUMENT, 200, details("GetInboxDocument", "XCNIN1", "<I/>"));
        assertThat(code(econnect().inboxDocument("XCNIN1", file.resolve("a"), file.resolve("d"))))
                .isEqualTo("temporary econnect.own-file");
    }

    @Test
    void aSentDocumentTellsItsReceiver() {
        transport.then(
                Operation.GET_OUTBOX_DOCUMENT,
                200,
                details("GetOutboxDocument", "XCOUT1", "<I/>")
                        .replace(
                                "<Payload>",
                                "<Transaction><DeliveryMethod>ToPeppol</DeliveryMethod>"
                                        + "<ReceiverReferenceId>0106:12345678</ReceiverReferenceId></Transaction><Payload>"));
        assertThat(econnect().outboxDocument("XCOUT1", home.resolve("a"), home.resolve("d")))
                .isInstanceOfSatisfying(Reply.Done.class, done -> {
                    SentDocument sent = (SentDocument) done.value();
                    assertThat(sent.receiver()).isEqualTo("0106:12345678");
                    assertThat(sent.document()).isEqualTo(home.resolve("d"));
                    assertThat(sent.entry().deliveryMethod()).isEqualTo("ToPeppol");
                });
    }

    @Test
    void aPdfIsBeingMadeThenEmptyThenReadyThenSomethingElse() {
        transport
                .then(Operation.GET_DOCUMENT_PDF, 500, Sample.fault("Please wait [ERRDMN8000003]"))
                .then(Operation.GET_DOCUMENT_PDF, 200, pdf(""))
                .then(Operation.GET_DOCUMENT_PDF, 200, pdf("%PDF-1.4 x"))
                .then(Operation.GET_DOCUMENT_PDF, 200, pdf("<html>"));
        PlatformEConnect econnect = econnect();
        Path file = home.resolve("invoice.pdf");
        assertThat(econnect.pdf("X1", file)).isEqualTo(new Reply.Done<>(new PdfAnswer.BeingMade()));
        assertThat(code(econnect.pdf("X1", file))).isEqualTo("temporary econnect.no-pdf");
        assertThat(econnect.pdf("X1", file)).isEqualTo(new Reply.Done<>(new PdfAnswer.Ready(file)));
        assertThat(file).content().isEqualTo("%PDF-1.4 x");
        assertThat(code(econnect.pdf("X1", file))).isEqualTo("refused econnect.not-a-pdf");
    }

    @Test
    void aStatusIsSet() {
        transport.then(
                Operation.SET_INBOX_DOCUMENT_STATUS,
                200,
                Sample.response("SetInboxDocumentStatus", "<ExternalId>XCNIN1</ExternalId>"));
        assertThat(econnect().setStatus("XCNIN1", 30)).isEqualTo(new Reply.Done<>("XCNIN1"));
    }

    @Test
    void nothingThatMayBeRepeatedIsEverInDoubt() {
        transport
                .then(Operation.SET_INBOX_DOCUMENT_STATUS, broken())
                .then(Operation.SET_INBOX_DOCUMENT_STATUS, notWritten())
                .then(Operation.SET_INBOX_DOCUMENT_STATUS, 503, "")
                .then(Operation.SET_INBOX_DOCUMENT_STATUS, 429, "<html/>")
                .then(Operation.SET_INBOX_DOCUMENT_STATUS, 200, "<html/>")
                .then(Operation.SET_INBOX_DOCUMENT_STATUS, 200, Sample.response("Login", ""))
                .then(Operation.SET_INBOX_DOCUMENT_STATUS, 500, Sample.fault("Something new [ERRXYZ1234567]"));
        PlatformEConnect econnect = econnect();
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                .extracting(i -> code(econnect.setStatus("X", 30)))
                .containsExactly(
                        "temporary econnect.no-answer",
                        "temporary econnect.unreachable-service",
                        "temporary econnect.overloaded",
                        "temporary econnect.overloaded",
                        "temporary econnect.unusable-answer",
                        "temporary econnect.unusable-answer",
                        "temporary econnect.unknown-fault");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aClosedGateBlocks(int status) {
        transport.then(Operation.GET_INBOX_DOCUMENTS, status, "<html>Access denied</html>");
        assertThat(code(econnect().inbox(Optional.empty(), Optional.empty())))
                .isEqualTo("blocked econnect.subscription-key");
    }

    @Test
    void anExpiredSessionIsRenewedAndTheCallRepeatedOnce() {
        transport
                .then(Operation.GET_INBOX_DOCUMENTS, 500, Sample.EXPIRED)
                .then(Operation.GET_INBOX_DOCUMENTS, 200, Sample.response("GetInboxDocuments", ""));
        assertThat(econnect().inbox(Optional.empty(), Optional.empty())).isInstanceOf(Reply.Done.class);
        assertThat(transport.logIns()).isEqualTo(2);
        assertThat(transport.sent().get(1)).contains("token-1");
        assertThat(transport.sent().get(3)).contains("token-2");
    }

    @Test
    void aSessionThatExpiresAtOnceAgainIsTemporary() {
        transport
                .then(Operation.GET_INBOX_DOCUMENTS, 500, Sample.EXPIRED)
                .then(Operation.GET_INBOX_DOCUMENTS, 500, Sample.EXPIRED);
        assertThat(code(econnect().inbox(Optional.empty(), Optional.empty()))).isEqualTo("temporary econnect.session");
        assertThat(transport.sent()).hasSize(4);
    }

    @Test
    void newKeysAreUsedWithoutARestart() {
        PlatformEConnect econnect = econnect();
        econnect.logIn();
        keys.set(new Credentials(new Secret("new-key"), new Secret("new-secret"), new Secret("")));
        transport.then(Operation.GET_INBOX_DOCUMENTS, answer(200, Sample.response("GetInboxDocuments", "")));
        econnect.inbox(Optional.empty(), Optional.empty());
        assertThat(transport.logIns()).isEqualTo(2);
        assertThat(transport.sent().get(1)).contains("<ConsumerKey>new-key</ConsumerKey>");
    }

    private PlatformEConnect econnect() {
        return econnect(keys::get);
    }

    private PlatformEConnect econnect(Supplier<Credentials> configured) {
        return new PlatformEConnect(
                Sample.company(), configured, transport, Sample.CLOCK, Sample.TEMPLATES, Sample::bare, tmp);
    }

    private static String details(String operation, String id, String payload) {
        return Sample.response(
                operation, "<Details><ExternalId>" + id + "</ExternalId><Payload>" + payload + "</Payload></Details>");
    }

    private static String pdf(String content) {
        return Sample.response(
                "GetDocumentPdf",
                "<File><Name>x</Name><Contents>"
                        + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))
                        + "</Contents></File>");
    }

    private static String code(Reply<?> reply) {
        return Sample.code(reply);
    }
}
