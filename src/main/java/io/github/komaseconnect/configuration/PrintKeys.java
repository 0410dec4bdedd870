package io.github.komaseconnect.configuration;

import java.util.List;

/** The settings about printing. */
final class PrintKeys {
    private PrintKeys() {}

    static List<KnownKey> all() {
        return List.of(
                key(
                        "printer",
                        "",
                        "The printer for invoices that are printed: `ipp://<host>/ipp/print`, or `ipps://` over TLS. Empty: PDFs are put ready in the spool folder.",
                        "De printer voor facturen die worden afgedrukt: `ipp://<host>/ipp/print`, of `ipps://` over TLS. Leeg: PDF's worden klaargezet in de spoolmap."),
                key(
                        "printer-user",
                        "",
                        "User name at a printer that asks for one. Goes over `ipps://` only, or to a printer on this computer.",
                        "Gebruikersnaam bij een printer die daarom vraagt. Gaat alleen over `ipps://`, of naar een printer op deze computer."),
                new KnownKey(
                        KnownKey.COMPANY_PREFIX + PrintReader.PASSWORD,
                        KnownKey.Nature.SECRET,
                        "",
                        "The password that goes with it.",
                        "Het wachtwoord dat daarbij hoort."),
                key(
                        "print.copies",
                        "",
                        "How many copies, from 1 to 20. A relation can have its own, as of the three below. Empty: what the printer does by itself.",
                        "Hoeveel exemplaren, van 1 t/m 20. Een relatie kan een eigen waarde hebben, ook van de drie hieronder. Leeg: zoals de printer het zelf doet."),
                key(
                        "print.duplex",
                        "",
                        "Double-sided: `yes`, `no`, or `short-edge` (turned like a wall calendar).",
                        "Dubbelzijdig: `yes`, `no`, of `short-edge` (omslaan als een wandkalender)."),
                key(
                        "print.tray",
                        "",
                        "The tray of which paper is taken, such as `2`, `tray-2`, `manual` or `envelope`; `check` tells which the printer has.",
                        "De lade waaruit papier komt, zoals `2`, `tray-2`, `manual` of `envelope`; `check` meldt welke de printer heeft."),
                key("print.colour", "", "In colour: `yes` or `no`.", "In kleur: `yes` of `no`."),
                key(
                        "print-batch",
                        "no",
                        "`daily`: invoices to be printed wait, and go once a day as one PDF with a list of them in front, to the printer or the spool folder. `no`: each by itself, at once.",
                        "`daily`: te printen facturen wachten, en gaan een keer per dag als één PDF met een lijst ervan voorop, naar de printer of de spoolmap. `no`: elk apart, meteen."),
                key(
                        "print-batch.at",
                        "15:30",
                        "When that is, in the time of the Netherlands. A moment that was missed is caught up.",
                        "Hoe laat dat is, in Nederlandse tijd. Een gemist moment wordt ingehaald."));
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(KnownKey.COMPANY_PREFIX + name, KnownKey.Nature.OPTIONAL, defaultValue, english, dutch);
    }
}
