package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.arrival.Arrived;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.simulator.InboxDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Other attachments of purchase invoices, from a simulated eConnect over real sockets into a folder beside each. */
class AttachmentsEndToEndTest extends PurchaseScene {
    private static final byte[] PDF = "%PDF-1.7\nvan de leverancier\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PHOTO = new byte[2_000_000];

    static {
        new Random(20261127).nextBytes(PHOTO);
    }

    private static String embedded(String name, String type, byte[] content) {
        return Arrived.embedded(name, type, Base64.getEncoder().encodeToString(content));
    }

    private static InboxDocument purchase(String number, String... references) throws Exception {
        String parties = "<cac:AccountingSupplierParty>";
        String sample = Workshop.sample("verkoop-peppol.xml");
        assertThat(sample).contains("F2026-0101", parties);
        return InboxDocument.of(
                sample.replace("F2026-0101", number).replace(parties, String.join("", references) + parties));
    }

    private Path beside(String id) throws Exception {
        String name = names(workshop.acme("import")).stream()
                .filter(found -> found.endsWith(id + ".bijlagen"))
                .findFirst()
                .orElseThrow();
        return workshop.acme("import").resolve(name);
    }

    private List<String> remarks(String id) {
        return workshop.ledger()
                .reading(
                        books -> books
                                .invoices()
                                .list(new InvoiceQuery(Optional.of("acme"), Set.of(), Optional.empty(), 100))
                                .stream()
                                .filter(invoice -> invoice.externalId().equals(id))
                                .map(LedgerInvoice::id)
                                .flatMap(invoice -> books.remarks().of(invoice).stream())
                                .map(Reason::code)
                                .toList());
    }

    @Test
    void wantedAttachmentsLieBesideTheInvoiceAndWhatLacksIsARemark() throws Exception {
        byte[] workOrder = "<?xml version=\"1.0\"?>\n<Invoice>\n</Invoice>\n".getBytes(StandardCharsets.UTF_8);
        String whole = workshop.simulator.deliver(
                ACME,
                purchase(
                        "2026-1",
                        embedded("Factuur.pdf", "application/pdf", PDF),
                        embedded("../werkbon é 12.xml", "text/xml", workOrder),
                        embedded("foto.JPG", "image/jpeg", PHOTO),
                        embedded("foto.jpg", "image/jpeg", new byte[] {1})));
        String damaged = workshop.simulator.deliver(
                ACME,
                purchase(
                        "2026-2",
                        Arrived.embedded("stuk.jpg", "image/jpeg", "!!!"),
                        embedded("uren.csv", "text/csv", "uren;8\n".getBytes(StandardCharsets.UTF_8))));
        String inside = workshop.simulator.deliver(ACME, purchase("2026-3"));
        workshop.with("company.acme.import-attachments=true").start();

        awaitReceived(3);

        Path folder = beside(whole);
        assertThat(names(folder)).hasSize(3).noneMatch(name -> name.endsWith(".xml"));
        assertThat(folder.resolve("foto.jpg")).hasBinaryContent(PHOTO);
        assertThat(folder.resolve("foto-2.jpg")).hasBinaryContent(new byte[] {1});
        assertThat(names(folder)).anyMatch(name -> name.startsWith("werkbon") && name.endsWith(".xml.txt"));
        for (String name : names(folder)) {
            if (name.startsWith("werkbon")) {
                assertThat(folder.resolve(name)).hasBinaryContent(workOrder);
            }
        }
        String invoice = folder.getFileName().toString().replace(".bijlagen", "");
        assertThat(workshop.acme("import").resolve(invoice + ".pdf")).hasBinaryContent(PDF);
        assertThat(workshop.acme("import").resolve(invoice + ".xml")).exists();

        assertThat(names(beside(damaged))).containsExactly("uren.csv");
        assertThat(remarks(damaged)).contains("arrival.attachment-damaged");
        assertThat(remarks(whole)).doesNotContain("arrival.attachment-damaged");
        assertThat(names(workshop.acme("import"))).noneMatch(name -> name.endsWith(inside + ".bijlagen"));
        assertThat(openAlarms()).isEmpty();
    }

    /** Komas takes an XML as soon as it sees it; what belongs to it is there by then. */
    @Test
    void attachmentsAreThereBeforeTheInvoiceIs() throws Exception {
        int documents = 12;
        for (int n = 1; n <= documents; n++) {
            workshop.simulator.deliver(
                    ACME,
                    purchase(
                            "2026-" + n,
                            embedded("f.pdf", "application/pdf", PDF),
                            embedded("foto.jpg", "image/jpeg", PHOTO)));
        }
        workshop.with("company.acme.import-attachments=true").start();

        Path folder = workshop.acme("import");
        await().pollInterval(Duration.ofMillis(2)).atMost(Workshop.PATIENCE).until(() -> {
            for (String name : names(folder)) {
                if (name.endsWith(".xml") && !name.startsWith(".")) {
                    Path photo =
                            folder.resolve(name.replace(".xml", ".bijlagen")).resolve("foto.jpg");
                    assertThat(Files.size(photo)).isEqualTo(PHOTO.length);
                    Files.delete(folder.resolve(name));
                }
            }
            return names(folder).stream()
                                    .filter(name -> name.endsWith(".bijlagen"))
                                    .count()
                            == documents
                    && count("acme", InvoiceState.RECEIVED) == documents;
        });
        assertThat(names(folder)).noneMatch(name -> name.startsWith("."));
    }
}
