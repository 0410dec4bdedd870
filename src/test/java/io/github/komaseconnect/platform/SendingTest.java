package io.github.komaseconnect.platform;

import static io.github.komaseconnect.platform.ScriptedTransport.broken;
import static io.github.komaseconnect.platform.ScriptedTransport.notWritten;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.DocumentType;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invoice is sent, certainly not sent, or in doubt; nothing in between. */
class SendingTest {
    private static final String SENT = Sample.response("SendDocument", "<ExternalId>XCNLOUT1</ExternalId>");

    @TempDir
    Path home;

    private final ScriptedTransport transport = new ScriptedTransport();
    private Path ubl;

    @BeforeEach
    void invoice() throws Exception {
        Files.createDirectory(home.resolve("archive"));
        ubl = Files.writeString(home.resolve("ubl.xml"), "<Invoice xmlns=\"urn:i\"/>");
    }

    @Test
    void sentIsAnExternalId() {
        assertThat(send(200, SENT)).isEqualTo(new Reply.Done<>(Accepted.now("XCNLOUT1")));
        assertThat(home.resolve("archive/answer.xml")).content().isEqualTo(SENT);
        assertThat(home.resolve("archive/message.xml"))
                .content()
                .contains("<SecurityToken>***</SecurityToken>", "<TemplateId>TEMPLATE-INVOICE</TemplateId>")
                .doesNotContain("token-1", "EmailAddress");
        assertThat(transport.sent().get(1)).contains("<SecurityToken>token-1</SecurityToken>");
    }

    @Test
    void aCreditNoteHasItsOwnTemplateAndSubject() {
        transport.then(Operation.SEND_DOCUMENT, 200, SENT);
        econnect(Sample::bare).send(document(DocumentType.CREDIT_NOTE));
        assertThat(transport.sent().get(1))
                .contains("<Subject>Creditnota 2026-0042</Subject>", "<TemplateId>TEMPLATE-CREDIT-NOTE</TemplateId>");
    }

    @Test
    void theArchivedMessageIsThereBeforeTheRequestGoesOut() {
        boolean[] there = new boolean[1];
        transport.then(Operation.SEND_DOCUMENT, request -> {
            there[0] = Files.exists(home.resolve("archive/message.xml"));
            return broken().carry(request);
        });
        econnect(Sample::bare).send(document(DocumentType.INVOICE));
        assertThat(there[0]).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ERRIAU6000007, blocked econnect.keys-refused",
        "ERRIAU6000001, blocked econnect.keys-refused",
        "ERRPRO1000002, blocked econnect.balance-blocked",
        "ERRPRO1000003, blocked econnect.balance-blocked",
        "ERRPRO1000004, blocked econnect.balance-blocked",
        "ERRPRO9999999, blocked econnect.balance-blocked",
        "ERRGRP3000006, blocked econnect.no-permission",
        "ERRIER8000006, refused econnect.xml",
        "ERRSND4000001, refused econnect.not-reachable",
        "ERRXSL4000001, refused econnect.rules",
        "ERRCDO4000041, refused econnect.defect",
        "ERRDMN8000003, in doubt econnect.unknown-fault",
        "ERRSND4000099, in doubt econnect.unknown-fault",
        "ERRXYZ1234567, in doubt econnect.unknown-fault",
    })
    void everyFaultHasItsMeaning(String code, String expected) {
        String fault = Sample.fault("Some words about it. [" + code + "]");
        assertThat(Sample.code(send(500, fault))).isEqualTo(expected);
        assertThat(home.resolve("archive/answer.xml")).content().isEqualTo(fault);
    }

    @Test
    void aFaultWithoutACodeIsInDoubt() {
        assertThat(Sample.code(send(500, Sample.fault("Internal error")))).isEqualTo("in doubt econnect.unknown-fault");
    }

    @Test
    void brokenRulesAreShown() {
        Reply<Accepted> reply =
                send(500, Sample.fault("[BR-01] Specification [x]\n is missing; [BR-NL-1] no CoC [ERRXSL4000001]"));
        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(
                        refused.reason().dutch())
                .contains("[BR-01] Specification [x] is missing; [BR-NL-1] no CoC", "[ERRXSL4000001]"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, in doubt econnect.unusable-answer",
        "302, in doubt econnect.unusable-answer",
        "404, in doubt econnect.unusable-answer",
        "401, blocked econnect.subscription-key",
        "403, blocked econnect.subscription-key",
        "413, refused econnect.too-large",
        "429, in doubt econnect.overloaded",
        "500, in doubt econnect.overloaded",
        "502, in doubt econnect.overloaded",
        "503, in doubt econnect.overloaded",
    })
    void aStatusWithoutASoapMessageSaysLittle(int status, String expected) {
        assertThat(Sample.code(send(status, "<html><body>A proxy</body></html>")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<ExternalId/>", "<ExternalId> </ExternalId>", "<Result>OK</Result>"})
    void noExternalIdIsInDoubt(String content) {
        assertThat(Sample.code(send(200, Sample.response("SendDocument", content))))
                .isEqualTo("in doubt econnect.unusable-answer");
    }

    @Test
    void halfAnAnswerIsInDoubt() {
        assertThat(Sample.code(send(200, SENT.substring(0, SENT.length() - 30))))
                .isEqualTo("in doubt econnect.unusable-answer");
    }

    @Test
    void brokenIsInDoubtAndNotWrittenIsNot() {
        transport.then(Operation.SEND_DOCUMENT, broken()).then(Operation.SEND_DOCUMENT, notWritten());
        PlatformEConnect econnect = econnect(Sample::bare);
        Reply<Accepted> inDoubt = econnect.send(document(DocumentType.INVOICE));
        assertThat(Sample.code(inDoubt)).isEqualTo("in doubt econnect.no-answer");
        Reply<Accepted> temporary = econnect.send(document(DocumentType.INVOICE));
        assertThat(Sample.code(temporary)).isEqualTo("temporary econnect.unreachable-service");
        assertThat(inDoubt.toString() + temporary).doesNotContain("secret-in-text");
        assertThat(home.resolve("archive/answer.xml")).doesNotExist();
    }

    @Test
    void aLogInThatFailsSendsNothing() {
        transport.then(Operation.LOGIN, broken());
        assertThat(Sample.code(econnect(Sample::bare).send(document(DocumentType.INVOICE))))
                .isEqualTo("temporary econnect.no-answer");
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void afterAnExpiredSessionTheSameMessageGoesOutWithTheNewToken() {
        transport.then(Operation.SEND_DOCUMENT, 500, Sample.EXPIRED).then(Operation.SEND_DOCUMENT, 200, SENT);
        assertThat(econnect(Sample::bare).send(document(DocumentType.INVOICE)))
                .isEqualTo(new Reply.Done<>(Accepted.now("XCNLOUT1")));
        assertThat(transport.sent().get(3)).isEqualTo(transport.sent().get(1).replace("token-1", "token-2"));
    }

    @Test
    void afterAnExpiredSessionABreakIsInDoubt() {
        transport.then(Operation.SEND_DOCUMENT, 500, Sample.EXPIRED).then(Operation.SEND_DOCUMENT, broken());
        assertThat(Sample.code(econnect(Sample::bare).send(document(DocumentType.INVOICE))))
                .isEqualTo("in doubt econnect.no-answer");
    }

    @Test
    void aDocumentThatCannotBeReadSendsNothing() {
        assertThat(Sample.code(econnect(path -> {
                            throw new IOException("gone");
                        })
                        .send(document(DocumentType.INVOICE))))
                .isEqualTo("temporary econnect.own-file");
        assertThat(Sample.code(econnect(path -> {
                            throw new MalformedInputException(1);
                        })
                        .send(document(DocumentType.INVOICE))))
                .isEqualTo("refused econnect.encoding");
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void anArchiveThatTakesNoAnswerDoesNotUndoASending() throws Exception {
        transport.then(Operation.SEND_DOCUMENT, 200, SENT);
        Path file = Files.writeString(home.resolve("file"), "");
        OutgoingDocument document = new OutgoingDocument(
                ubl,
                DocumentType.INVOICE,
                "1",
                "0106:12345678",
                "6f0d3f5e-6e5f-4b55-9d3c-2f6f3f0b7c11",
                home.resolve("archive/message.xml"),
                file.resolve("answer.xml"));
        assertThat(econnect(Sample::bare).send(document)).isEqualTo(new Reply.Done<>(Accepted.now("XCNLOUT1")));
    }

    private Reply<Accepted> send(int status, String answer) {
        transport.then(Operation.SEND_DOCUMENT, status, answer);
        return econnect(Sample::bare).send(document(DocumentType.INVOICE));
    }

    private OutgoingDocument document(DocumentType type) {
        return new OutgoingDocument(
                ubl,
                type,
                "2026-0042",
                "0106:12345678",
                "6f0d3f5e-6e5f-4b55-9d3c-2f6f3f0b7c11",
                home.resolve("archive/message.xml"),
                home.resolve("archive/answer.xml"));
    }

    private PlatformEConnect econnect(DocumentBody.Source bodies) {
        return new PlatformEConnect(
                Sample.company(),
                () -> Sample.KEYS,
                transport,
                Sample.CLOCK,
                Sample.TEMPLATES,
                bodies,
                home.resolve("tmp"));
    }
}
