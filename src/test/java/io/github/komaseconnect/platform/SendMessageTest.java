package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.invoice.DocumentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendMessageTest {
    private static final String UBL = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">\r\n"
            + "  <!-- é <Payload> --><ID>1</ID ></Invoice>";

    @TempDir
    Path tmp;

    private Path archived;

    @BeforeEach
    void names() throws IOException {
        archived = Files.createDirectory(tmp.resolve("archive")).resolve("sent.xml");
    }

    @Test
    void theMessageIsTheSampleWithTheDocumentUntouched() throws Exception {
        SendMessage message = message(DocumentType.INVOICE, "2026-0042");
        message.archive(Sample.bare(Files.writeString(tmp.resolve("ubl.xml"), UBL)));

        assertThat(text(message, "tok<en"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                        + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Header>"
                        + "<Authentication xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<SecurityToken>tok&lt;en</SecurityToken></Authentication></S:Header><S:Body>"
                        + "<SendDocument xmlns=\"http://api.everbinding.nl/v3_1/\">"
                        + "<Via><ReferenceId>XCNL10019</ReferenceId></Via>"
                        + "<To><ReferenceId>0106:12345678</ReferenceId></To>"
                        + "<Subject>Factuur 2026-0042</Subject><Payload>" + UBL + "</Payload>"
                        + "<TemplateId>T1</TemplateId></SendDocument></S:Body></S:Envelope>");
    }

    @Test
    void theArchivedCopyIsTheSameWithTheTokenMasked() throws Exception {
        SendMessage message = message(DocumentType.CREDIT_NOTE, "C<1>&\u0001");
        message.archive(Sample.bare(Files.writeString(tmp.resolve("ubl.xml"), UBL)));

        assertThat(archived)
                .content()
                .isEqualTo(text(message, "secret-token").replace("secret-token", "***"))
                .contains("<Subject>Creditnota C&lt;1>&amp; </Subject>");
        assertThat(tmp.resolve("archive")).isDirectoryNotContaining("glob:**.tmp-*");
    }

    @Test
    void nothingIsArchivedOfADocumentThatCannotBeRead() {
        SendMessage message = message(DocumentType.INVOICE, "1");
        DocumentBody broken = new DocumentBody() {
            @Override
            public long length() {
                return 10;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write('<');
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> message.archive(broken)).hasMessage("gone");
        assertThat(tmp.resolve("archive")).isEmptyDirectory();
    }

    @Test
    void aDocumentThatChangesWhileItIsReadIsNotSent() throws Exception {
        Path ubl = Files.writeString(tmp.resolve("ubl.xml"), UBL);
        DocumentBody growing = new DocumentBody() {
            @Override
            public long length() {
                return ubl.toFile().length() - 1;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                Files.copy(ubl, out);
            }
        };
        assertThatThrownBy(() -> message(DocumentType.INVOICE, "1").archive(growing))
                .hasMessageContaining("changed");
    }

    private SendMessage message(DocumentType type, String number) {
        return new SendMessage(
                new Envelope(),
                "XCNL10019",
                new OutgoingDocument(
                        tmp.resolve("ubl.xml"),
                        type,
                        number,
                        "0106:12345678",
                        "6f0d3f5e-6e5f-4b55-9d3c-2f6f3f0b7c11",
                        archived,
                        tmp.resolve("answer.xml")),
                "T1");
    }

    private static String text(SendMessage message, String token) throws IOException {
        SoapMessage soap = message.with(new Secret(token));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        soap.writeTo(out);
        assertThat(soap.length()).isEqualTo(out.size());
        return out.toString(StandardCharsets.UTF_8);
    }
}
