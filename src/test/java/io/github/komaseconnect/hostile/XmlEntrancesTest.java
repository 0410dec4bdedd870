package io.github.komaseconnect.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.arrival.ArrivalCheck;
import io.github.komaseconnect.arrival.ArrivedPdf;
import io.github.komaseconnect.arrival.AttachmentWriter;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.company.HookSettings.AfterImport;
import io.github.komaseconnect.company.HookSettings.ReceivedResponse;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.hook.MailVerdict;
import io.github.komaseconnect.hook.MailedInvoices;
import io.github.komaseconnect.hook.ReceivedMail;
import io.github.komaseconnect.hostile.XmlEntrance.Fate;
import io.github.komaseconnect.invoice.ArrivalReader;
import io.github.komaseconnect.invoice.EmbeddedFiles;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblBody;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.invoice.rules.Verdict;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.platform.SoapEntrance;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.purchase.ReceivingBench;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.RelationFile;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfRendering;
import io.github.komaseconnect.simulator.SimulatorEntrance;
import io.github.komaseconnect.validation.PhiveRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every place where XML of others enters, against everything that XML can do to its reader. No entrance are: the hooks and
 * all other answers of the PSB, answers to suppliers ({@code respond/}) and {@code status --json}, which are JSON; settings,
 * which are properties; mails, whose XML is that of the hook mailbox below. A document of the PSB comes as it is and is read
 * as any purchase invoice. The relation file is CSV: XML in it is text. What made an XML parser besides these would be found
 * by {@code XmlParsersTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XmlEntrancesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

    private final AtomicInteger calls = new AtomicInteger();
    private final SafeXml strict = new SafeXml();
    private final SafeXml forgiving = SafeXml.ofArrivals();
    private final PhiveRules rules = new PhiveRules(strict, missing -> {});
    private final InvoicePdf pdfs = new InvoicePdf(strict);
    private HttpServer server;

    @TempDir
    Path root;

    @BeforeAll
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    private Map<String, XmlEntrance> entrances() {
        Map<String, XmlEntrance> all = new LinkedHashMap<>();
        all.put("sales invoice", file((ubl, folder) -> reading(new UblReader(strict).read(ubl))));
        all.put("sales invoice as it is sent", file(this::body));
        all.put("sales invoice into which a PDF is put", file(this::embedding));
        all.put("embedded PDF", file((ubl, folder) -> extraction(strict, ubl, folder)));
        all.put("rules", file((ubl, folder) -> verdict(ubl)));
        all.put("rendering", file(this::rendering));
        all.put("comparison with the outbox, and of purchases", file((ubl, folder) -> fingerprint(ubl)));
        all.put("purchase invoice of the platform", (attack, folder) -> received(attack, folder, Gateway.PLATFORM));
        all.put("purchase invoice of the PSB", (attack, folder) -> received(attack, folder, Gateway.PSB));
        all.put("purchase invoice of the hook mailbox", file(this::mailed));
        all.put("check of a purchase invoice", file((ubl, folder) -> checked(ubl)));
        all.put("PDF of a purchase invoice", file((ubl, folder) -> extraction(forgiving, ubl, folder)));
        all.put("attachments of a purchase invoice", file(this::attachments));
        all.put("answer of the platform: list", SoapEntrance.list());
        all.put("answer of the platform: document", SoapEntrance.document());
        all.put("answer of the platform: PDF", SoapEntrance.pdf());
        all.put("simulator: call", SimulatorEntrance.soap());
        all.put("simulator: invoice by the platform", SimulatorEntrance.sent());
        all.put("simulator: invoice by the PSB", SimulatorEntrance.sentByPsb());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> nothingIsUnfoldedReadOrCalled() throws IOException {
        Path secret = Files.writeString(root.resolve("secret.txt"), XmlAttack.SECRET);
        List<XmlAttack> attacks =
                XmlAttack.all("http://127.0.0.1:" + server.getAddress().getPort() + "/", secret);
        Map<String, XmlEntrance> entrances = entrances();
        System.out.println("COUNT xml-entrances entrances=" + entrances.size() + " attacks=" + attacks.size());
        return entrances.entrySet().stream().flatMap(entrance -> attacks.stream()
                .map(attack -> DynamicTest.dynamicTest(
                        entrance.getKey() + " / " + attack, () -> assertHarmless(entrance.getValue(), attack))));
    }

    private void assertHarmless(XmlEntrance entrance, XmlAttack attack) throws Exception {
        Path folder = Files.createTempDirectory(root, "entrance");
        Fate fate = assertTimeoutPreemptively(SOON, () -> entrance.enter(attack, folder));

        if (attack.mustBeRefused()) {
            assertThat(fate.refused())
                    .as("refused; it said: %s", shortened(fate))
                    .isTrue();
        }
        assertThat(fate.words()).doesNotContain(XmlAttack.SECRET).hasSizeLessThan(1_000_000);
        assertThat(calls).hasValue(0);
        assertNothingLeaked(folder);
    }

    private static String shortened(Fate fate) {
        return fate.words().substring(0, Math.min(300, fate.words().length()));
    }

    /** What is written may hold the attack itself, as it came; never what it points at or unfolds to. */
    private static void assertNothingLeaked(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(5_000_000);
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(XmlAttack.SECRET);
            }
        }
    }

    /** An entrance that reads a file. */
    @FunctionalInterface
    private interface OfFile {
        Fate enter(Path ubl, Path folder) throws Exception;
    }

    private static XmlEntrance file(OfFile entrance) {
        return (attack, folder) -> entrance.enter(Files.writeString(folder.resolve("f.xml"), attack.invoice()), folder);
    }

    private static Fate reading(UblReading reading) {
        return new Fate(!(reading instanceof UblReading.Usable), reading.toString());
    }

    private Fate body(Path ubl, Path folder) throws IOException {
        try {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            UblBody.of(strict, ubl).writeTo(sent);
            return new Fate(false, sent.toString(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            return new Fate(true, refused.toString());
        }
    }

    private Fate embedding(Path ubl, Path folder) throws IOException {
        Path pdf = Files.writeString(folder.resolve("f.pdf"), "%PDF-1.7");
        Embedding embedding = new PdfEmbedding(strict).embed(ubl, pdf, "f", folder.resolve("out.xml"));
        return new Fate(embedding instanceof Embedding.NotEmbedded, embedding.toString());
    }

    private static Fate extraction(SafeXml xml, Path ubl, Path folder) throws IOException {
        PdfExtraction extraction = new EmbeddedPdf(xml).extract(ubl, folder.resolve("out.pdf"));
        return new Fate(extraction instanceof PdfExtraction.Unusable, extraction.toString());
    }

    private Fate verdict(Path ubl) {
        Verdict verdict = rules.examine(ubl, ubl.toString());
        return new Fate(verdict instanceof Verdict.NotExamined, verdict.toString());
    }

    private Fate rendering(Path ubl, Path folder) throws IOException {
        PdfRendering rendering = pdfs.render(ubl, Language.NL, folder.resolve("out.pdf"));
        if (rendering instanceof PdfRendering.CannotRender refused) {
            return new Fate(true, refused.toString());
        }
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("out.pdf").toFile())) {
            return new Fate(false, new PDFTextStripper().getText(pdf));
        }
    }

    private Fate fingerprint(Path ubl) {
        try {
            return new Fate(false, new UblFingerprint(strict).of(ubl) + new UblFingerprint(forgiving).of(ubl));
        } catch (IOException refused) {
            return new Fate(true, refused.toString());
        }
    }

    private static Fate received(XmlAttack attack, Path folder, Gateway gateway) throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            bench.acme.deliver("XCNIN1", MORNING, attack.invoice());
            if (gateway == Gateway.PSB) {
                bench.arrives("XCNIN1", Gateway.PSB);
            } else {
                bench.refresh();
            }
            LedgerInvoice invoice = bench.invoice("XCNIN1");
            boolean held =
                    invoice.state() == InvoiceState.HELD && bench.visible().isEmpty();
            return new Fate(held, invoice.toString());
        }
    }

    private Fate mailed(Path ubl, Path folder) throws IOException {
        HookMailbox mailbox = new HookMailbox(new Mailbox("localhost", 993, "u", "INBOX"), "econnect.eu");
        HookSettings hooks =
                new HookSettings(Optional.empty(), Optional.of(mailbox), ReceivedResponse.NONE, AfterImport.KEEP);
        try (Ledger ledger = LedgerDatabase.open("", folder.resolve("data"), Clock.systemUTC(), "test")) {
            UblReader reader = new UblReader(forgiving);
            Arrivals arrivals = new Arrivals(ledger, new Archive(folder.resolve("archive")), reader, Clock.systemUTC());
            MailVerdict verdict = new MailedInvoices(arrivals, reader)
                    .take(
                            TestCompany.of("acme", folder.resolve("acme")).withHooks(hooks),
                            new ReceivedMail(
                                    "hooks@econnect.eu",
                                    "InvoiceReceived",
                                    MORNING,
                                    "",
                                    List.of(new ReceivedMail.Attached("f.xml", ubl))));
            return new Fate(verdict instanceof MailVerdict.Left, verdict.toString());
        }
    }

    private Fate checked(Path ubl) {
        String words = new ArrivalCheck(new ArrivalReader(forgiving), rules)
                .examine(ubl, new ArrivedPdf.OfSupplier())
                .toString();
        return new Fate(words.contains("arrival.not-checked"), words);
    }

    private Fate attachments(Path ubl, Path folder) throws IOException {
        String words = new AttachmentWriter(new EmbeddedFiles(forgiving))
                .write(ubl, "", Files.createDirectory(folder.resolve("bijlagen")))
                .toString();
        return new Fate(words.contains("arrival.attachments-unreadable"), words);
    }

    @TestFactory
    Stream<DynamicTest> inARelationFileItIsText() throws IOException {
        Path secret = Files.writeString(root.resolve("other.txt"), XmlAttack.SECRET);
        return XmlAttack.all("http://127.0.0.1:" + server.getAddress().getPort() + "/", secret).stream()
                .map(attack -> DynamicTest.dynamicTest(attack.toString(), () -> {
                    byte[] bytes = attack.invoice().getBytes(StandardCharsets.UTF_8);
                    String words = new RelationFile(new IdentifierReader())
                            .read(bytes, "relations.csv")
                            .toString();
                    assertThat(words).doesNotContain(XmlAttack.SECRET);
                    assertThat(calls).hasValue(0);
                }));
    }
}
