package io.github.komaseconnect.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.adoption.Adoption.Extent;
import io.github.komaseconnect.adoption.Finding.Kind;
import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.custody.Custodian;
import io.github.komaseconnect.custody.Custody;
import io.github.komaseconnect.custody.CustodyVerdict;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.purchase.InboxReconciliation;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.Documents;
import io.github.komaseconnect.sales.PerhapsSent;
import io.github.komaseconnect.sales.PostRoom;
import io.github.komaseconnect.sales.SentFolder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What adopt finds and does, kind by kind, and that dying anywhere in it does no harm. */
class AdoptionTest {
    @TempDir
    Path folder;

    private PostRoom room;
    private Boxes boxes;
    private Company acme;
    private Archive archive;

    @BeforeEach
    void open() throws Exception {
        room = PostRoom.open(folder);
        acme = room.companies.get("acme");
        archive = room.archive;
        boxes = new Boxes(room.clock.instant());
        stop();
    }

    /** The folders carry the mark of another ledger. */
    private void stop() throws Exception {
        Files.writeString(room.folder("outbox").resolve(".komas-econnect"), """
                ledger=4d1c0a52-0000-4000-8000-000000000000
                company=acme
                number=41
                run=r
                state=at-rest
                place=p
                at=0
                where=elders
                end
                """);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Custody custody(Ledger ledger) {
        return new Custody(ledger, new AlarmBell(ledger), new Custodian("run", "place", "hier"), room.clock);
    }

    private Adoption adoption(Ledger ledger) {
        return new Adoption(
                ledger,
                archive,
                (company, gateway) -> boxes,
                custody(ledger),
                new UblReader(new SafeXml()),
                new UblFingerprint(new SafeXml()),
                new InboxReconciliation(ledger, archive, Duration.ofHours(24), room.clock),
                Duration.ofMinutes(2),
                folder.resolve("tmp"),
                room.clock);
    }

    private List<Finding> adopt(Extent extent) throws Exception {
        Adoption.Result result = adoption(room.ledger).adopt(acme, Optional.empty(), extent);
        assertThat(result).isInstanceOf(Adoption.Done.class);
        return ((Adoption.Done) result).findings();
    }

    private List<Kind> kinds() throws Exception {
        return adopt(Extent.ADOPT).stream().map(Finding::kind).toList();
    }

    private List<LedgerInvoice> rows() {
        return room.ledger.inTransaction(
                books -> books.invoices().list(new InvoiceQuery(Optional.of("acme"), Set.of(), Optional.empty(), 100)));
    }

    private LedgerInvoice only() {
        assertThat(rows()).hasSize(1);
        return rows().get(0);
    }

    private Path put(String where, String name, String content) throws Exception {
        Path target = room.folder(where).resolve(name);
        Files.createDirectories(target.getParent());
        return Files.writeString(target, content);
    }

    /** As the company comes in hand. */
    private void carryOutMoves() {
        room.ledger
                .inTransaction(books -> books.invoices().unplaced())
                .forEach(row -> room.placement.carryOut(row.id()));
    }

    private List<String> files(String where) throws Exception {
        return room.files(where).stream().filter(name -> !name.startsWith(".")).toList();
    }

    private String sentMonth() {
        return SentFolder.month(room.clock.instant());
    }

    @Test
    void whatEConnectSentBecomesKnownWithTheVeryFileThatLiesInSent() throws Exception {
        String ubl = Documents.invoice("2026-1");
        put("sent", sentMonth() + "/FACTUUR_2026-1.xml", "\uFEFF" + ubl);
        boxes.sent("XCNL1", ubl);

        assertThat(kinds()).containsExactly(Kind.SENT_AT_ECONNECT);

        LedgerInvoice row = only();
        assertThat(row.state()).isEqualTo(InvoiceState.SENT);
        assertThat(row.externalId()).isEqualTo("XCNL1");
        assertThat(row.where().placed()).isTrue();
        room.send("NOGEENS.XML", "\uFEFF" + ubl);
        assertThat(rows()).hasSize(1);
        assertThat(files("sent")).anyMatch(name -> name.contains("-dubbel.xml"));
        assertThat(adoption(room.ledger).adopt(acme, Optional.empty(), Extent.ADOPT))
                .isInstanceOf(Adoption.NotNeeded.class);
    }

    @Test
    void whatWasSentMendedAndWithItsPdfIsTheFileThatLiesInSent() throws Exception {
        String ubl = Documents.invoice("2026-1")
                .replace("<cac:AccountingSupplierParty>", "<cbc:Note>één €</cbc:Note><cac:AccountingSupplierParty>");
        Path file = put("sent", sentMonth() + "/FACTUUR_2026-1.xml", "");
        Files.write(file, ubl.getBytes(Charset.forName("windows-1252")));
        Path mended = Files.writeString(folder.resolve("mended.xml"), ubl);
        Path pdf = Files.writeString(folder.resolve("f.pdf"), "%PDF-1.7");
        Path sent = folder.resolve("sent.xml");
        new PdfEmbedding(new SafeXml()).embed(mended, pdf, "f", sent);
        assertThat(sent).content().contains("één €", "PrimaryImage");
        boxes.sent("XCNL1", Files.readString(sent));

        assertThat(kinds()).containsExactly(Kind.SENT_AT_ECONNECT);
        assertThat(only().sha256()).isEqualTo(UblDigest.sha256(file));
        assertThat(only().state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void withoutAnyFileItsNumberIsTaken() throws Exception {
        boxes.sent("XCNL1", Documents.invoice("2026-1"));
        assertThat(kinds()).containsExactly(Kind.SENT_AT_ECONNECT);
        carryOutMoves();
        assertThat(files("sent")).hasSize(1);

        LedgerInvoice again = room.send("NOGEENS.XML", "<!-- x -->" + Documents.invoice("2026-1"));
        assertThat(again.state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.reasonCode(again.id())).isEqualTo("sales.number-used");
    }

    @Test
    void whatLiesInExportAndWasSentIsPutAsideWhenItIsTaken() throws Exception {
        String ubl = Documents.invoice("2026-1");
        room.export("FACTUUR.XML", ubl);
        boxes.sent("XCNL1", ubl);
        assertThat(kinds()).containsExactly(Kind.SENT_AT_ECONNECT);
        carryOutMoves();
        room.settle();

        assertThat(rows()).hasSize(1);
        assertThat(files("export")).isEmpty();
        assertThat(files("sent")).hasSize(3).anyMatch(name -> name.contains("-dubbel.xml"));
    }

    @Test
    void aFileInOutboxThatIsNobodysIsHeldAndNeitherRetryNorOfferingItAgainSendsIt() throws Exception {
        String ubl = Documents.invoice("2026-1");
        put("outbox", "FACTUUR_2026-1.xml", ubl);
        assertThat(kinds()).containsExactly(Kind.PERHAPS_SENT);
        carryOutMoves();

        LedgerInvoice held = only();
        assertThat(held.reason().orElseThrow().code()).isEqualTo(PerhapsSent.CODE);
        assertThat(files("outbox")).isEmpty();
        assertThat(files("held")).containsExactly("FACTUUR_2026-1.reason.txt", "FACTUUR_2026-1.xml");
        room.send("ANDERS.XML", Documents.changed("2026-1"));
        room.send("NOGEENS.XML", ubl);
        assertThat(rows()).allMatch(row -> row.state() == InvoiceState.HELD);
        List<Delivery> made =
                room.ledger.inTransaction(books -> books.deliveries().of(held.id()));
        assertThat(made).isEmpty();
    }

    @Test
    void aHalfTakenFileIsAcceptedAnewUnlessTheArchiveShowsThatItWasTried() throws Exception {
        String tried = Documents.invoice("2026-2");
        Path claimed = put("outbox", ".claim~abc-1.2~TWEE.xml", tried);
        put("outbox", ".claim~abd-1.2~EEN.xml", Documents.invoice("2026-1"));
        String sha = UblDigest.sha256(claimed);
        String kept = archive.salesFolder("acme", room.clock.instant(), "TWEE_2026-2", sha);
        Files.writeString(archive.file(kept, "delivery-9-attempt-1-sent.eml"), "mail");

        assertThat(kinds()).containsExactlyInAnyOrder(Kind.REGISTERED_ANEW, Kind.PERHAPS_SENT);
        assertThat(only().number()).isEqualTo("2026-2");
        assertThat(only().state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void unknownFilesInHeldStayThere() throws Exception {
        put("held", "OUD_2026-9.xml", Documents.invoice("2026-9"));
        assertThat(kinds()).containsExactly(Kind.LEFT_IN_HELD);
        assertThat(rows()).isEmpty();
    }

    private LedgerInvoice waiting(String number, SendingMethod method) throws Exception {
        LedgerInvoice row = room.send(number + ".XML", Documents.invoice(number));
        room.ledger.record(books -> {
            books.deliveries().of(row.id()).forEach(delivery -> books.deliveries()
                    .state(delivery.id(), DeliveryState.CANCELLED, Optional.empty(), Optional.empty()));
            books.deliveries()
                    .add(
                            row.id(),
                            "acme",
                            new Destination(
                                    method, List.of("0106:87654321"), Language.NL, "1", "Klant", "rij", "nl", "en"),
                            room.clock.instant());
        });
        return room.invoice(row.id());
    }

    private Delivery delivery(LedgerInvoice row) {
        return room.ledger
                .inTransaction(books -> books.deliveries().of(row.id()))
                .get(0);
    }

    @Test
    void whatWaitsByThePsbIsForAPersonAsItsOutboxCannotBeAsked() throws Exception {
        LedgerInvoice row = waiting("2026-1", SendingMethod.PEPPOL);
        acme = acme.withGateway(Gateway.PSB, "NL:KVK:12345678");

        assertThat(kinds()).containsExactly(Kind.PERHAPS_SENT);

        assertThat(room.invoice(row.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.invoice(row.id()).reason().orElseThrow().dutch()).contains("PSB");
    }

    @Test
    void whatWaitsByPeppolIsLookedUpFirst() throws Exception {
        LedgerInvoice row = waiting("2026-1", SendingMethod.PEPPOL);
        assertThat(kinds()).containsExactly(Kind.LOOKED_UP_AGAIN);
        assertThat(delivery(row).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(delivery(row).dueAt()).contains(room.clock.instant().plus(Duration.ofMinutes(2)));
    }

    @Test
    void whatWaitsByPeppolAndWasSentIsSent() throws Exception {
        LedgerInvoice row = waiting("2026-1", SendingMethod.PEPPOL);
        boxes.sent("XCNL7", Documents.invoice("2026-1"));
        assertThat(kinds()).containsExactly(Kind.SENT_AT_ECONNECT);
        assertThat(delivery(row).reference()).isEqualTo("XCNL7");
        assertThat(room.invoice(row.id()).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void theSameNumberWithOtherContentAtEConnectIsForAPerson() throws Exception {
        LedgerInvoice row = waiting("2026-1", SendingMethod.PEPPOL);
        boxes.sent("XCNL7", Documents.changed("2026-1"));
        assertThat(kinds()).containsExactly(Kind.PERHAPS_SENT);
        assertThat(room.invoice(row.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(delivery(row).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(delivery(row).dueAt()).isEmpty();
    }

    @Test
    void whatWaitsByMailGoesOnUnlessAnythingShowsThatItWasTried() throws Exception {
        waiting("2026-1", SendingMethod.EMAIL);
        LedgerInvoice tried = waiting("2026-2", SendingMethod.EMAIL);
        Files.writeString(
                archive.file(tried.archive(), "delivery-" + delivery(tried).id() + "-attempt-1-sent.eml"), "mail");
        LedgerInvoice printed = waiting("2026-3", SendingMethod.PRINT);
        put("print-spool", printed.stem() + ".pdf", "%PDF");
        LedgerInvoice inSent = waiting("2026-4", SendingMethod.EMAIL);
        Files.createDirectories(room.folder("sent").resolve(sentMonth()));
        Files.move(
                room.folder("outbox").resolve(inSent.stem() + ".xml"),
                room.folder("sent").resolve(sentMonth()).resolve(inSent.stem() + ".xml"));
        LedgerInvoice held = waiting("2026-5", SendingMethod.PRINT);
        Files.move(
                room.folder("outbox").resolve(held.stem() + ".xml"),
                room.folder("held").resolve(held.stem() + ".xml"));

        assertThat(adopt(Extent.ADOPT))
                .allMatch(finding -> finding.kind() == Kind.PERHAPS_SENT)
                .hasSize(4);
        carryOutMoves();

        assertThat(rows().stream().filter(row -> row.state() == InvoiceState.ON_ITS_WAY))
                .extracting(LedgerInvoice::number)
                .containsExactly("2026-1");
        assertThat(files("sent")).isEmpty();
        assertThat(files("outbox")).hasSize(1);
        assertThat(files("held")).hasSize(8);
    }

    @Test
    void purchaseInvoicesThatWereFetchedAreNotFetchedAgain() throws Exception {
        room.ledger.record(books -> books.receipts().watermark("acme", Instant.EPOCH, room.clock.instant()));
        boxes.received("NIEUW", 10);
        boxes.received("GEHAALD", 30);
        boxes.received("INMAP", 30);
        boxes.received("ARCHIEF", 30);
        boxes.received("ZONDERPDF", 30);
        put("import", "20261122_Lev_1_INMAP.xml", "<Invoice/>");
        kept("ARCHIEF", Archive.DOCUMENT, Archive.PDF);
        kept("ZONDERPDF", Archive.DOCUMENT);

        assertThat(kinds())
                .containsExactly(
                        Kind.TO_BE_RECEIVED,
                        Kind.PERHAPS_IMPORTED,
                        Kind.IMPORTED,
                        Kind.IMPORTED,
                        Kind.PERHAPS_IMPORTED);
        assertThat(rows()).extracting(LedgerInvoice::externalId).doesNotContain("NIEUW");
        assertThat(rows().stream().filter(row -> row.state() == InvoiceState.HELD))
                .extracting(LedgerInvoice::externalId)
                .containsExactlyInAnyOrder("GEHAALD", "ZONDERPDF");
        assertThat(rows().stream().filter(row -> row.state() == InvoiceState.SKIPPED))
                .extracting(LedgerInvoice::externalId)
                .containsExactlyInAnyOrder("INMAP", "ARCHIEF");
    }

    private void kept(String id, String... names) throws Exception {
        for (String name : names) {
            Files.writeString(archive.file(archive.purchaseFolder("acme", room.clock.instant(), id), name), "x");
        }
    }

    @Test
    void onlyLookingChangesNothing() throws Exception {
        put("outbox", "FACTUUR_2026-1.xml", Documents.invoice("2026-1"));
        boxes.sent("XCNL1", Documents.invoice("2026-2"));
        assertThat(adopt(Extent.LOOK_ONLY)).hasSize(2);
        assertThat(rows()).isEmpty();
        assertThat(custody(room.ledger).examine(acme)).isInstanceOf(CustodyVerdict.Stopped.class);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void whenEConnectCannotBeAskedTheCompanyStaysStopped() throws Exception {
        boxes.away = true;
        put("outbox", "FACTUUR_2026-1.xml", Documents.invoice("2026-1"));
        assertThat(adoption(room.ledger).adopt(acme, Optional.empty(), Extent.ADOPT))
                .isInstanceOf(Adoption.Failed.class);
        assertThat(rows()).isEmpty();
        assertThat(custody(room.ledger).examine(acme)).isInstanceOf(CustodyVerdict.Stopped.class);
    }

    @Test
    void dyingAtAnyTransactionOfItLeavesTheCompanyStoppedAndTheNextTimeFinishesIt() throws Exception {
        int deaths = 0;
        for (boolean died = true; died; deaths += died ? 1 : 0) {
            room.close();
            room = PostRoom.open(folder.resolve("world-" + deaths));
            acme = room.companies.get("acme");
            archive = room.archive;
            boxes = new Boxes(room.clock.instant());
            manyThings();
            died = diesAt(deaths + 1);
            assertThat(adoption(room.ledger).adopt(acme, Optional.empty(), Extent.ADOPT))
                    .isInstanceOfAny(Adoption.Done.class, Adoption.NotNeeded.class);
            carryOutMoves();
            everythingIsKnownOnce();
        }
        System.out.println("COUNT adopt-kills=" + deaths + " invoices-each=6 lost=0 twice=0");
        assertThat(deaths).isGreaterThan(8);
    }

    private void manyThings() throws Exception {
        waiting("2026-2", SendingMethod.PEPPOL);
        waiting("2026-3", SendingMethod.PEPPOL);
        stop();
        boxes.sent("XCNL1", Documents.invoice("2026-1"));
        boxes.sent("XCNL2", Documents.invoice("2026-2"));
        put("sent", sentMonth() + "/MAIL_2026-4.xml", Documents.invoice("2026-4"));
        put("outbox", "FACTUUR_2026-5.xml", Documents.invoice("2026-5"));
        room.ledger.record(books -> books.receipts().watermark("acme", Instant.EPOCH, room.clock.instant()));
        boxes.received("GEHAALD", 30);
    }

    private boolean diesAt(int transaction) throws Exception {
        try {
            adoption(new DyingLedger(room.ledger, transaction)).adopt(acme, Optional.empty(), Extent.ADOPT);
            return false;
        } catch (DyingLedger.Killed killed) {
            // the mark comes last: once it is there, all the rest is
            boolean ours = custody(room.ledger).examine(acme) instanceof CustodyVerdict.Ours;
            assertThat(rows().size() == 6 || !ours).isTrue();
            return true;
        }
    }

    private void everythingIsKnownOnce() throws Exception {
        assertThat(rows()).hasSize(6).allMatch(row -> row.where().placed());
        assertThat(rows().stream().filter(row -> row.state() == InvoiceState.SENT))
                .extracting(LedgerInvoice::number)
                .containsExactlyInAnyOrder("2026-1", "2026-2", "2026-4");
        assertThat(rows().stream().filter(row -> row.state() == InvoiceState.HELD))
                .extracting(LedgerInvoice::label)
                .containsExactlyInAnyOrder("2026-5", "Factuur GEHAALD");
        assertThat(files("sent")).hasSize(3);
        assertThat(files("held")).hasSize(2);
        assertThat(files("outbox")).containsExactly("2026-3.xml");
        assertThat(custody(room.ledger).examine(acme)).isInstanceOf(CustodyVerdict.Ours.class);
    }
}
