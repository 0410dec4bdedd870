package io.github.komaseconnect.econnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What all contracts of a gateway need: a simulator, the gateway connected to it, documents, and nothing left behind. */
abstract class Contract {
    static final Duration PATIENCE = Duration.ofMillis(1500);
    static final String RECEIVER = "0106:99999999";
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    @TempDir
    Path home;

    final GatewayUnderTest gateway = gateway();
    Simulator simulator;
    EConnect eConnect;
    private Path tmp;

    /** The gateway that is held to it, not opened yet. */
    protected abstract GatewayUnderTest gateway();

    @BeforeEach
    void connect() throws Exception {
        simulator = gateway.register(Simulator.builder()).start();
        tmp = Files.createDirectory(home.resolve("tmp"));
        Files.createDirectory(home.resolve("archive"));
        gateway.open(GatewayUnderTest.Addresses.of(simulator), tmp, PATIENCE);
        eConnect = gateway.eConnect();
    }

    @AfterEach
    void disconnect() throws Exception {
        gateway.close();
        simulator.close();
        assertThat(files(tmp)).as("nothing is left behind").isEmpty();
        for (Path file : files(home.resolve("archive"))) {
            assertThat(Files.readString(file)).doesNotContain(gateway.secrets());
        }
    }

    OutgoingDocument document(String number) {
        return document(number, PROLOG + invoice(number));
    }

    OutgoingDocument document(String number, String xml) {
        return new OutgoingDocument(
                write(number + ".xml", xml),
                DocumentType.INVOICE,
                number,
                RECEIVER,
                UUID.randomUUID().toString(),
                home.resolve("archive").resolve(number + "-sent.xml"),
                home.resolve("archive").resolve(number + "-answer"));
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often eConnect took a document with this number. */
    int accepted(String number) {
        return simulator.journal().accepted(number).size();
    }

    /** The kind of a reply. */
    static Class<?> kind(Reply<?> reply) {
        return reply.getClass();
    }

    /** Why it was not done. */
    static Reason reason(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refused.reason();
        }
        if (reply instanceof Reply.Temporary<?> temporary) {
            return temporary.reason();
        }
        if (reply instanceof Reply.InDoubt<?> inDoubt) {
            return inDoubt.reason();
        }
        if (reply instanceof Reply.Blocked<?> blocked) {
            return blocked.reason();
        }
        throw new AssertionError("there is no reason for " + reply);
    }

    /** A small invoice without prolog, with characters of more than one byte. */
    static String invoice(String number) {
        return "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\""
                + " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
                + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><cbc:ID>"
                + number
                + "</cbc:ID><cbc:IssueDate>2026-11-22</cbc:IssueDate><cbc:Note>\u20ac \uD83D\uDE00 &amp;</cbc:Note>"
                + "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Verk\u00f6per</cbc:Name>"
                + "</cac:PartyName></cac:Party></cac:AccountingSupplierParty><cac:AccountingCustomerParty><cac:Party>"
                + "<cbc:EndpointID schemeID=\"0106\">99999999</cbc:EndpointID></cac:Party></cac:AccountingCustomerParty>"
                + "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"EUR\">121.00</cbc:PayableAmount>"
                + "</cac:LegalMonetaryTotal><cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine></Invoice>";
    }

    /** The document without the prolog that a gateway may leave out or put before it. */
    static String body(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return text.substring(text.indexOf("<Invoice"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
