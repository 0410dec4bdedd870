package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.fuzz.Scratch;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever eConnect, or a proxy in its place, answers: every call gives a reply, and what is wrong is said in words. */
public final class AnswerFuzz {
    private static final Scratch SCRATCH = new Scratch();

    private AnswerFuzz() {}

    /** An answer of each operation, and Faults. */
    public static Stream<byte[]> seeds() {
        String ubl =
                new String(Scratch.sample("verkoop-email.xml"), StandardCharsets.UTF_8).replaceAll("<\\?.*?\\?>", "");
        String entry = "<Document><ExternalId>XCNIN1</ExternalId><Subject>F-1</Subject>"
                + "<CreatedOn>2026-11-20T10:00:00.123+01:00</CreatedOn><ModifiedOn>2026-11-21T10:00:00</ModifiedOn>"
                + "<Sender><Name>Jansen</Name></Sender><Status><Code>500</Code></Status>"
                + "<Transaction><ReceiverReferenceId>0106:12345678</ReceiverReferenceId></Transaction></Document>";
        return Stream.of(
                        Sample.response(
                                "GetInboxDocuments",
                                "<PagingResponse><NextPage>2</NextPage></PagingResponse><Results>" + entry + entry
                                        + "</Results>"),
                        Sample.response(
                                "GetInboxDocument",
                                "<Details><ExternalId>XCNIN1</ExternalId><Payload>" + ubl + "</Payload></Details>"),
                        Sample.response(
                                "GetInboxDocument",
                                "<Details xmlns:i='urn:i'><Payload><i:Invoice>é</i:Invoice></Payload></Details>"),
                        Sample.response("GetDocumentPdf", "<File><Contents>JVBERi0xLjcKAAAA</Contents></File>"),
                        Sample.response("SendDocument", "<ExternalId>XCNLOUT1</ExternalId>"),
                        Sample.response(
                                "GetAccountParties",
                                "<PartyAccountDetails><EConnectPartyId>XCNL10019</EConnectPartyId><Name>Acme</Name>"
                                        + "</PartyAccountDetails>"),
                        Sample.fault("No access [ERRIAU6000007]"),
                        Sample.fault("Balance [ERRPRO1000003]"),
                        Sample.EXPIRED,
                        "<html><body><h1>Bad gateway</h1></body></html>")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        // the kind of call an answer is for is in its name, so that most inputs are judged as what they look like
        String text = new String(content, StandardCharsets.ISO_8859_1);
        EConnect econnect = econnect(content);
        if (text.contains("GetInboxDocuments")) {
            list(econnect);
        } else if (text.contains("GetAccountParties")) {
            told(econnect.accountParties());
        } else if (text.contains("GetDocumentPdf")) {
            pdf(econnect);
        } else if (text.contains("GetInboxDocument")) {
            document(econnect);
        } else if (text.contains("SetInboxDocumentStatus")) {
            told(econnect.setStatus("XCNIN1", 500));
        } else {
            told(econnect.send(new OutgoingDocument(
                    SCRATCH.file("ubl.xml", Scratch.sample("verkoop-email.xml")),
                    DocumentType.INVOICE,
                    "F-1",
                    "0106:12345678",
                    "6f0d3f5e-6e5f-4b55-9d3c-2f6f3f0b7c11",
                    SCRATCH.free("message.xml"),
                    SCRATCH.free("answer.xml"))));
        }
    }

    private static void list(EConnect econnect) {
        if (told(econnect.inbox(Optional.of(Instant.EPOCH), Optional.empty())) instanceof Reply.Done<ListPage> done) {
            for (InboxEntry entry : done.value().entries()) {
                assertThat(entry.externalId()).isNotBlank().hasSizeLessThan(300);
                assertThat(entry.subject()).hasSizeLessThan(1100);
                // the ledger keeps milliseconds, and file names four digits of a year
                assertThat(entry.createdOn())
                        .isBetween(Instant.parse("0000-12-30T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999Z"));
                assertThat(entry.modifiedOn())
                        .isBetween(Instant.parse("0000-12-30T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999Z"));
            }
        }
    }

    private static void document(EConnect econnect) throws IOException {
        Path document = SCRATCH.free("document.xml");
        if (told(econnect.inboxDocument("XCNIN1", SCRATCH.free("came.xml"), document))
                instanceof Reply.Done<Path> done) {
            assertThat(done.value()).hasParent(SCRATCH.folder()).isNotEmptyFile();
            assertThat(new UblReader(new SafeXml()).read(done.value())).isNotNull();
        } else {
            assertThat(document).doesNotExist();
        }
    }

    private static void pdf(EConnect econnect) throws IOException {
        Path file = SCRATCH.free("came.pdf");
        if (told(econnect.pdf("XCNIN1", file)) instanceof Reply.Done<PdfAnswer> done
                && done.value() instanceof PdfAnswer.Ready) {
            assertThat(PdfMark.isIn(file)).isTrue();
        } else {
            assertThat(file).doesNotExist();
        }
    }

    private static <T> Reply<T> told(Reply<T> reply) {
        assertThat(reply).isNotNull();
        if (!(reply instanceof Reply.Done<T>)) {
            Scratch.assertTells(Setback.of(reply).reason());
        }
        return reply;
    }

    private static EConnect econnect(byte[] content) {
        SoapTransport transport = request -> {
            try {
                boolean logIn = request.operation() == Operation.LOGIN;
                Files.write(
                        request.answer(), logIn ? Sample.loggedIn("tok").getBytes(StandardCharsets.UTF_8) : content);
                return new TransportResult.Answered(200);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return new PlatformEConnectFactory(
                        transport,
                        Sample.CLOCK,
                        Sample.TEMPLATES,
                        Sample::bare,
                        SCRATCH.folder().resolve("tmp"))
                .forCompany(Sample.company(), () -> Sample.KEYS);
    }
}
