package io.github.komaseconnect.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.explanation.Explanation.Fate;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.readiness.GoLiveHome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
    @TempDir
    Path folder;

    private GoLiveHome home;

    @BeforeEach
    void make() throws IOException {
        home = new GoLiveHome(folder.resolve("home")).acme().with("company.acme.validation=off");
    }

    private Explainer explainer(Optional<Ledger> ledger) throws IOException {
        home.write();
        return new Explainer(home.home(), home.configuration(), home.credentials(), ledger, Clock.systemUTC());
    }

    private Explanation explain(Path file) throws IOException {
        return explainer(Optional.empty()).explain(file, Optional.empty());
    }

    private static String fact(Explanation explanation, String about) {
        return explanation.facts().stream()
                .filter(fact -> fact.about().dutch().equals(about))
                .map(fact -> fact.what().dutch())
                .findFirst()
                .orElse("");
    }

    private static String code(Explanation explanation) {
        return explanation.reason().map(reason -> reason.code()).orElse("");
    }

    @Test
    void saysRelationMethodAddressAndWhy() throws IOException {
        Explanation explanation = explain(home.put("acme", "export", "verkoop-peppol.xml"));
        assertThat(explanation.fate()).isEqualTo(Fate.SENT);
        assertThat(fact(explanation, "Document")).isEqualTo("factuur F2026-0101, 20-11-2026, 7.126,36 EUR");
        assertThat(fact(explanation, "Leverancier")).startsWith("Acme Installatietechniek B.V. (");
        assertThat(fact(explanation, "Klant")).contains("Bakkerij De Gouden Korst B.V.", "0106:87654321");
        assertThat(fact(explanation, "Relatie")).isEqualTo("10001 Bakkerij De Gouden Korst B.V.");
        assertThat(fact(explanation, "Verzendmethode")).isEqualTo("Peppol");
        assertThat(fact(explanation, "Adres")).isEqualTo("0106:87654321");
        assertThat(fact(explanation, "Waarom")).contains("relatienummer 10001", "regel 2 van relations.csv");
    }

    @Test
    void saysWhatTheOfficialRulesSay() throws IOException {
        home.with("company.acme.validation.peppol=block", "company.acme.validation.print=warn");
        Path file = home.put("acme", "export", "verkoop-peppol.xml");
        assertThat(fact(explain(file), "Officiële regels")).startsWith("voldoet aan NLCIUS");

        Files.writeString(
                file,
                GoLiveHome.sample("verkoop-peppol.xml").replace("<cbc:CityName>Voorbeeldstad</cbc:CityName>", ""));
        Explanation held = explain(file);
        assertThat(held.fate()).isEqualTo(Fate.HELD);
        assertThat(code(held)).isEqualTo("validation.failed");
        assertThat(held.reason().orElseThrow().dutch()).contains("BR-NL-3");

        home.relations("acme", GoLiveHome.sample("relations.csv").replace("e-factuur", "post"));
        Explanation told = explain(file);
        assertThat(told.fate()).isEqualTo(Fate.SENT);
        assertThat(fact(told, "Officiële regels")).contains("wordt wel verzonden", "BR-NL-3");
    }

    @Test
    void saysWhereAndWhenItIsPrinted() throws IOException {
        home.with("company.acme.print-batch=daily", "company.acme.print-batch.at=16:45");
        Path file = home.put("acme", "export", "verkoop-print-credit.xml");
        Explanation spooled = explain(file);
        assertThat(spooled.fate()).isEqualTo(Fate.SENT);
        assertThat(address(spooled)).endsWith("print-spool, samen met andere om 16:45 (print-batch=daily)");

        home.with("company.acme.printer=ipps://printer.kantoor.example/ipp/print", "company.acme.print.tray=tray-2");
        assertThat(address(explain(file)))
                .isEqualTo("ipps://printer.kantoor.example/ipp/print, media-source=tray-2,"
                        + " samen met andere om 16:45 (print-batch=daily)");
    }

    private static String address(Explanation explanation) {
        return explanation.facts().stream()
                .map(fact -> fact.what().dutch())
                .filter(text -> text.contains("print-batch"))
                .findFirst()
                .orElse("");
    }

    @Test
    void theRelationFileCountsAsItIsNow() throws IOException {
        Path file = home.put("acme", "export", "verkoop-peppol.xml");
        assertThat(fact(explain(file), "Verzendmethode")).isEqualTo("Peppol");
        home.relations("acme", GoLiveHome.sample("relations.csv").replace("e-factuur", "post"));
        assertThat(fact(explain(file), "Verzendmethode")).isEqualTo("print");
    }

    @Test
    void anUnknownCustomerWouldBeHeldWithWhatToDo() throws IOException {
        Explanation explanation = explain(home.put("acme", "export", "verkoop-onbekende-relatie.xml"));
        assertThat(explanation.fate()).isEqualTo(Fate.HELD);
        assertThat(explanation.reason().orElseThrow().dutch()).contains("staat niet in relations.csv");
        assertThat(explanation.reason().orElseThrow().adviceDutch()).isNotBlank();
    }

    @Test
    void aBrokenRelationFileHoldsUnlessThereIsALastGoodOne() throws IOException {
        Path file = home.put("acme", "export", "verkoop-peppol.xml");
        home.relations("acme", "nothing like it");
        assertThat(code(explain(file))).startsWith("relation-file.");
        Path lastGood = home.folder.resolve("data/relations/acme.csv");
        Files.createDirectories(lastGood.getParent());
        Files.writeString(lastGood, GoLiveHome.sample("relations.csv"));
        Explanation explanation = explain(file);
        assertThat(explanation.fate()).isEqualTo(Fate.SENT);
        assertThat(fact(explanation, "Relatiebestand")).contains("relations.csv");
    }

    @Test
    void aFileOfAnotherSupplierWouldBeHeld() throws IOException {
        home.with("company.acme.coc-number=87654321");
        Explanation explanation = explain(home.put("acme", "export", "verkoop-peppol.xml"));
        assertThat(explanation.fate()).isEqualTo(Fate.HELD);
        assertThat(code(explanation)).isEqualTo("sales.other-supplier");
        assertThat(fact(explanation, "Verzendmethode")).isEqualTo("Peppol");
    }

    @Test
    void saysWhichPdfTheCustomerGets() throws IOException {
        Path xml = home.put("acme", "export", "verkoop-print-credit.xml");
        assertThat(fact(explain(xml), "PDF")).isEqualTo("gemaakt uit de XML");
        Path pdf = home.of("acme", "export").resolve("verkoop-print-credit.PDF");
        Files.writeString(pdf, "%PDF-1.7 whatever");
        assertThat(fact(explain(xml), "PDF")).isEqualTo("die naast de XML: verkoop-print-credit.PDF");
        Files.writeString(pdf, "no PDF at all");
        assertThat(code(explain(xml))).isEqualTo("pdf.not-a-pdf");
        home.with("company.acme.pdf=none");
        assertThat(fact(explain(xml), "PDF")).contains("gemaakt uit de XML", "pdf=none");
    }

    @Test
    void saysWhatWouldGoOverPeppolAndWhatWouldBeMended() throws IOException {
        Path xml = home.put("acme", "export", "verkoop-peppol.xml");
        assertThat(fact(explain(xml), "PDF")).startsWith("geen");
        Path pdf = Files.writeString(home.of("acme", "export").resolve("verkoop-peppol.pdf"), "%PDF-1.7 whatever");
        assertThat(fact(explain(xml), "PDF")).contains("gaat als verkoop-peppol.pdf", "mee in de UBL");
        Files.writeString(pdf, "no PDF");
        assertThat(fact(explain(xml), "PDF")).contains("zonder PDF", "is geen PDF");
        home.with("company.acme.embed-pdf=rendered");
        Files.delete(pdf);
        assertThat(fact(explain(xml), "PDF")).contains("is een PDF gemaakt", "factuur.pdf");
        String text = Files.readString(xml)
                .replace("<cbc:DocumentCurrencyCode>", "<cbc:Note>één €</cbc:Note><cbc:DocumentCurrencyCode>");
        Files.write(xml, text.getBytes(Charset.forName("windows-1252")));
        assertThat(fact(explain(xml), "Let op")).contains("hersteld in wat wordt verzonden", "Windows-1252");
        home.with("limit.peppol=1KB");
        assertThat(code(explain(xml))).isEqualTo("peppol.too-large");
    }

    @Test
    void aPdfInTheXmlGoesBeforeOneMadeFromIt() throws IOException {
        String attachment = TestUbl.attachment("F-1", "factuur.pdf", "", TestUbl.base64("%PDF-1.7 x"));
        Path xml = Files.writeString(
                home.of("acme", "export").resolve("a.xml"),
                TestUbl.invoice(TestUbl.NUMBER + attachment + TestUbl.SUPPLIER));
        home.with("company.acme.default-method=print");
        assertThat(fact(explain(xml), "PDF")).isEqualTo("die in de XML: factuur.pdf");
    }

    @Test
    void aTimesheetInTheXmlDoesNot() throws IOException {
        String attachment = TestUbl.attachment("1", "urenstaat.pdf", "", TestUbl.base64("%PDF-1.7 x"));
        Path xml = home.put("acme", "export", "verkoop-print-credit.xml");
        String supplier = "<cac:AccountingSupplierParty>";
        Files.writeString(xml, Files.readString(xml).replace(supplier, attachment + supplier));
        assertThat(fact(explain(xml), "PDF")).isEqualTo("gemaakt uit de XML");
    }

    @Test
    void whatOnlyBearsTheNameOfAPdfIsSaidToGiveWay() throws IOException {
        String attachment = TestUbl.attachment("1", "specificatie.pdf", "", TestUbl.base64("<html>"));
        Path xml = home.put("acme", "export", "verkoop-print-credit.xml");
        String supplier = "<cac:AccountingSupplierParty>";
        Files.writeString(xml, Files.readString(xml).replace(supplier, attachment + supplier));
        assertThat(fact(explain(xml), "PDF")).startsWith("gemaakt uit de XML. ").contains("specificatie.pdf");
    }

    @Test
    void saysThatNoPdfIsPutIntoWhatIsSigned() throws IOException {
        Path xml = home.put("acme", "export", "verkoop-peppol.xml");
        Files.writeString(home.of("acme", "export").resolve("verkoop-peppol.pdf"), "%PDF-1.7 whatever");
        Files.writeString(xml, Files.readString(xml).replaceFirst("(<Invoice[^>]*>)", "$1" + TestUbl.SIGNATURE));
        assertThat(fact(explain(xml), "PDF")).contains("zonder PDF", "digitale handtekening");
    }

    @Test
    void aRequiredPdfThatIsNotThereHolds() throws IOException {
        home.with("company.acme.pdf=required");
        assertThat(code(explain(home.put("acme", "export", "verkoop-peppol.xml"))))
                .isEqualTo("sales.pdf-missing");
    }

    @Test
    void aMailIsTriedOutWithoutBeingSent() throws IOException {
        Explanation explanation = explain(home.put("acme", "export", "verkoop-email.xml"));
        assertThat(explanation.fate()).isEqualTo(Fate.SENT);
        assertThat(fact(explanation, "Adres")).isEqualTo("administratie@zeezicht.example");
        assertThat(fact(explanation, "Let op")).contains("mail.smtp.host");
    }

    @Test
    void changesNothing() throws IOException {
        Path file = home.put("acme", "export", "verkoop-email.xml");
        Explainer explainer = explainer(Optional.empty());
        List<String> before = home.everything();
        explainer.explain(file, Optional.empty());
        assertThat(home.everything()).isEqualTo(before);
    }

    @Test
    void filesThatAreNoInvoiceWouldBeHeldOrLeftAlone() throws IOException {
        Path export = home.of("acme", "export");
        assertThat(code(explain(Files.writeString(export.resolve("a.xml"), "not XML"))))
                .isEqualTo("document.not-xml");
        assertThat(explain(Files.writeString(export.resolve("order.xml"), "<Order/>"))
                        .fate())
                .isEqualTo(Fate.HELD);
        // one that stays empty, as the runtime sees only after a while
        assertThat(explain(Files.writeString(export.resolve("empty.xml"), "")).fate())
                .isEqualTo(Fate.HELD);
        assertThat(explain(Files.writeString(export.resolve("~half.xml"), "x")).fate())
                .isEqualTo(Fate.LEFT_ALONE);
        assertThat(explain(Files.writeString(export.resolve("note.txt"), "x")).fate())
                .isEqualTo(Fate.LEFT_ALONE);
        assertThat(explain(export.resolve("gone.xml")).fate()).isEqualTo(Fate.UNREADABLE);
        assertThat(explain(export).fate()).isEqualTo(Fate.UNREADABLE);
    }

    @Test
    void aPdfBelongsToItsXmlOrIsLeftOver() throws IOException {
        home.put("acme", "export", "verkoop-peppol.xml");
        Path export = home.of("acme", "export");
        Explanation beside = explain(Files.writeString(export.resolve("verkoop-peppol.pdf"), "%PDF-1.7"));
        assertThat(beside.fate()).isEqualTo(Fate.LEFT_ALONE);
        assertThat(beside.verdict().dutch()).contains("verkoop-peppol.xml");
        assertThat(code(explain(Files.writeString(export.resolve("alone.pdf"), "%PDF-1.7"))))
                .isEqualTo("sales.pdf-alone");
    }

    @Test
    void aFileThatIsTooLargeWouldBeHeld() throws IOException {
        home.with("pickup.max-size=1KB");
        assertThat(code(explain(home.put("acme", "export", "verkoop-peppol.xml"))))
                .isEqualTo("sales.too-large");
    }

    private void recorded(Ledger ledger, Path file, InvoiceState state) throws IOException {
        UblReading reading = new UblReader(new SafeXml()).read(file);
        NewInvoice row = new NewInvoice(
                "acme",
                Direction.SALES,
                Optional.of(((UblReading.Usable) reading).header()),
                "",
                UblDigest.sha256(file),
                "",
                "FACTUUR.XML",
                "FACTUUR-1",
                true,
                false,
                Place.SENT,
                "x",
                "x",
                state,
                true);
        ledger.record(books -> books.invoices().add(row));
    }

    @Test
    void contentThatWasSentIsNotSentAgain() throws IOException {
        Path file = home.put("acme", "export", "verkoop-peppol.xml");
        try (Ledger ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "test")) {
            recorded(ledger, file, InvoiceState.SENT);
            Explanation explanation = explainer(Optional.of(ledger)).explain(file, Optional.empty());
            assertThat(explanation.fate()).isEqualTo(Fate.LEFT_ALONE);
            assertThat(explanation.verdict().dutch()).contains("niet nog eens");
            assertThat(fact(explanation, "Administratie")).contains("dezelfde inhoud", "verzonden", "FACTUUR.XML");
        }
    }

    @Test
    void aNumberThatWasSentWithOtherContentHolds() throws IOException {
        Path file = home.put("acme", "export", "verkoop-peppol.xml");
        try (Ledger ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "test")) {
            recorded(ledger, file, InvoiceState.SENT);
            Files.writeString(file, Files.readString(file) + "\n");
            Explanation explanation = explainer(Optional.of(ledger)).explain(file, Optional.empty());
            assertThat(explanation.fate()).isEqualTo(Fate.HELD);
            assertThat(code(explanation)).isEqualTo("sales.number-used");
            assertThat(fact(explanation, "Administratie")).contains("hetzelfde nummer");
        }
    }

    @Test
    void oneThatIsHeldCanBeReplacedAndAnewOneIsNew() throws IOException {
        Path file = home.put("acme", "export", "verkoop-peppol.xml");
        try (Ledger ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "test")) {
            Explainer explainer = explainer(Optional.of(ledger));
            assertThat(fact(explainer.explain(file, Optional.empty()), "Administratie"))
                    .isEqualTo("nummer en inhoud zijn nieuw");
            recorded(ledger, file, InvoiceState.HELD);
            assertThat(explainer.explain(file, Optional.empty()).fate()).isEqualTo(Fate.SENT);
            Files.writeString(file, Files.readString(file) + "\n");
            assertThat(explainer.explain(file, Optional.empty()).fate()).isEqualTo(Fate.SENT);
        }
    }

    @Test
    void theCompanyFollowsFromOptionFolderOrSupplier() throws IOException {
        home.beta().with("company.beta.coc-number=12345678", "company.acme.coc-number=99999999");
        Explainer explainer = explainer(Optional.empty());
        Path here = Files.writeString(folder.resolve("a.xml"), GoLiveHome.sample("verkoop-peppol.xml"));
        assertThat(fact(explainer.explain(here, Optional.empty()), "Bedrijf")).startsWith("beta");
        Path sent = home.of("acme", "sent").resolve("2026-11");
        Files.createDirectories(sent);
        Path inSent = Files.copy(here, sent.resolve("a.xml"));
        assertThat(fact(explainer.explain(inSent, Optional.empty()), "Bedrijf")).startsWith("acme");
        Optional<Company> beta = home.configuration().company("beta");
        assertThat(fact(explainer.explain(inSent, beta), "Bedrijf")).startsWith("beta");
    }

    @Test
    void asksForTheCompanyWhenNothingTells() throws IOException {
        home.beta();
        Path here = Files.writeString(folder.resolve("a.xml"), GoLiveHome.sample("verkoop-peppol.xml"));
        Explanation explanation = explain(here);
        assertThat(explanation.fate()).isEqualTo(Fate.COMPANY_UNKNOWN);
        assertThat(explanation.reason().orElseThrow().adviceDutch()).contains("acme, beta");
        assertThat(explain(Files.writeString(folder.resolve("b.xml"), "not XML"))
                        .fate())
                .isEqualTo(Fate.HELD);
    }
}
