package io.github.komaseconnect.print.ipp;

import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.reason.Reason;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What goes wrong with a printer, in words for a bookkeeper. */
final class IppReasons {
    private static final String AGAIN_DUTCH = "Zodra de printer weer werkt gaat het vanzelf verder.";
    private static final String AGAIN_ENGLISH = "As soon as the printer works again it goes on by itself.";

    /** Code of the reason for which a printer does not take a document: it is too large for it. */
    static final String TOO_LARGE = "printer.too-large";

    /** Code of a printer's definite no to a job or its document. */
    static final String REFUSED = "printer.refused";

    private IppReasons() {}

    /** @param user as whom we logged in; empty when we did not */
    static Reason logIn(URI printer, Optional<String> user) {
        return user.map(name -> Reason.of(
                                "printer.log-in-refused",
                                "De printer " + printer + " weigert de gebruikersnaam \"" + name
                                        + "\" of het wachtwoord daarvan. Er is niets afgedrukt.",
                                "The printer " + printer + " refuses the user name \"" + name
                                        + "\" or its password. Nothing was printed.")
                        .advise(
                                "Controleer printer-user en printer-password. " + AGAIN_DUTCH,
                                "Check printer-user and printer-password. " + AGAIN_ENGLISH))
                .orElseGet(() -> Reason.of(
                                "printer.log-in-needed",
                                "De printer " + printer
                                        + " vraagt een gebruikersnaam en wachtwoord. Er is niets afgedrukt.",
                                "The printer " + printer + " asks for a user name and password. Nothing was printed.")
                        .advise(
                                "Vul bij het bedrijf printer-user en printer-password in (dat kan alleen met een printer op"
                                        + " ipps://), of sta op de printer afdrukken zonder wachtwoord toe vanaf deze computer.",
                                "Set the company's printer-user and printer-password (only with a printer at ipps://), or permit"
                                        + " printing without a password from this computer at the printer."));
    }

    /** Of a job that may have been printed by now, which it does not tell. */
    static Reason logInToAsk(URI printer, Optional<String> user) {
        Reason toPrint = logIn(printer, user);
        return new Reason(
                toPrint.code(),
                "De printer " + printer + " zegt niet wat er van een opdracht geworden is, want hij "
                        + user.map(name -> "weigert de gebruikersnaam \"" + name + "\" of het wachtwoord daarvan.")
                                .orElse("vraagt een gebruikersnaam en wachtwoord."),
                "The printer " + printer + " does not tell what became of a job, for it "
                        + user.map(name -> "refuses the user name \"" + name + "\" or its password.")
                                .orElse("asks for a user name and password."),
                toPrint.adviceDutch(),
                toPrint.adviceEnglish());
    }

    static Reason offline(URI printer, IppAnswer.NotSent why) {
        return switch (why.trouble()) {
            case OFFLINE ->
                Reason.of(
                                "printer.offline",
                                "De printer " + printer + " is niet bereikbaar" + detail(why.detail())
                                        + ". Er is niets verloren.",
                                "The printer " + printer + " cannot be reached" + detail(why.detail())
                                        + ". Nothing is lost.")
                        .advise(
                                "Zet de printer aan of controleer het netwerk. " + AGAIN_DUTCH,
                                "Switch the printer on or check the network. " + AGAIN_ENGLISH);
            case UNKNOWN_HOST ->
                Reason.of(
                                "printer.offline",
                                "Het adres van de printer is niet bekend in dit netwerk: " + printer + ".",
                                "The printer's address is not known in this network: " + printer + ".")
                        .advise(
                                "Controleer de instelling printer. " + AGAIN_DUTCH,
                                "Check the setting printer. " + AGAIN_ENGLISH);
            case NOT_TRUSTED ->
                Reason.of(
                                "printer.not-trusted",
                                "Het certificaat van de printer " + printer + " wordt niet vertrouwd"
                                        + detail(why.detail()) + ". Er is niets naartoe gestuurd.",
                                "The certificate of the printer " + printer + " is not trusted" + detail(why.detail())
                                        + ". Nothing was sent to it.")
                        .advise(
                                "Geef de printer een certificaat van een vertrouwde uitgever, zet dat van de printer in de"
                                        + " truststore van Java, of gebruik binnen het eigen netwerk ipp://.",
                                "Give the printer a certificate of a trusted issuer, put the printer's into Java's trust store,"
                                        + " or use ipp:// within your own network.");
        };
    }

    static Reason http(URI printer, int status) {
        if (status == 403) {
            return Reason.of(
                            "printer.not-permitted",
                            "De printer " + printer + " laat ons niet toe (HTTP " + status + ").",
                            "The printer " + printer + " does not let us in (HTTP " + status + ").")
                    .advise(
                            "Sta op de printer afdrukken via IPP toe vanaf deze computer.",
                            "Permit printing by IPP from this computer at the printer.");
        }
        return Reason.of(
                        "printer.wrong-address",
                        "Op " + printer + " antwoordt iets dat niet afdrukt (HTTP " + status + ").",
                        "What answers at " + printer + " does not print (HTTP " + status + ").")
                .advise(
                        "Controleer het pad in de instelling printer; vaak is dat /ipp/print.",
                        "Check the path in the setting printer; often it is /ipp/print.");
    }

    static Reason unusable(URI printer, String detail) {
        return Reason.of(
                "printer.unusable-answer",
                "De printer " + printer + " gaf geen bruikbaar antwoord" + detail(detail) + ".",
                "The printer " + printer + " gave no usable answer" + detail(detail) + ".");
    }

    static Reason unsure(URI printer, String detail) {
        return Reason.of(
                "printer.in-doubt",
                "Het is onzeker of de printer " + printer + " de factuur heeft aangenomen" + detail(detail)
                        + "; het wordt bij de printer nagevraagd.",
                "It is uncertain whether the printer " + printer + " took the invoice" + detail(detail)
                        + "; the printer is asked.");
    }

    static Reason busy(URI printer, List<String> keywords) {
        return Reason.of(
                "printer.busy",
                "De printer " + printer + " neemt nu geen opdrachten aan (" + StateWords.dutch(keywords)
                        + "); er wordt vanzelf opnieuw geprobeerd.",
                "The printer " + printer + " takes no jobs now (" + StateWords.english(keywords)
                        + "); it is tried again by itself.");
    }

    static Reason status(URI printer, String shown) {
        return Reason.of(
                REFUSED,
                "De printer " + printer + " weigert de opdracht (" + shown + ").",
                "The printer " + printer + " refuses the job (" + shown + ").");
    }

    static Reason noPdf(URI printer, List<String> formats) {
        String list = formats.isEmpty() ? "" : " (" + String.join(", ", formats) + ")";
        return Reason.of(
                        "printer.no-pdf",
                        "De printer " + printer + " kan geen PDF afdrukken" + list + ".",
                        "The printer " + printer + " cannot print PDF" + list + ".")
                .advise(
                        "Gebruik een printserver zoals CUPS ervoor, een andere printer, of de spoolmap (printer leeg laten).",
                        "Put a print server such as CUPS before it, use another printer, or the spool folder (leave printer"
                                + " empty).");
    }

    static Reason tray(String tray, List<String> trays) {
        String list = trays.isEmpty() ? "geen" : String.join(", ", trays);
        return Reason.of(
                        "printer.option",
                        "De printer heeft geen papierlade \"" + tray + "\"; hij noemt: " + list + ".",
                        "The printer has no paper tray \"" + tray + "\"; it names: " + (trays.isEmpty() ? "none" : list)
                                + ".")
                .advise(
                        "Verbeter print.tray of de kolom lade van de relatie, en geef de opdracht reroute ID --by print.",
                        "Correct print.tray or the relation's column tray, and order reroute ID --by print.");
    }

    static Reason copies(int wanted, int most) {
        return Reason.of(
                        "printer.option",
                        "De printer kan geen " + wanted + " exemplaren van een opdracht maken; hoogstens " + most + ".",
                        "The printer cannot make " + wanted + " copies of a job; at most " + most + ".")
                .advise(
                        "Verbeter print.copies of de kolom exemplaren van de relatie, en geef de opdracht reroute ID --by print.",
                        "Correct print.copies or the relation's column copies, and order reroute ID --by print.");
    }

    static Reason oneSided() {
        return Reason.of(
                "printer.option-left-out",
                "De printer kan niet dubbelzijdig afdrukken zoals gevraagd; er wordt afgedrukt zoals hij het zelf doet.",
                "The printer cannot print double-sided as asked; it prints as it does by itself.");
    }

    static Reason colour(PrintWishes.Colour colour) {
        boolean grey = colour == PrintWishes.Colour.GREY;
        return Reason.of(
                "printer.option-left-out",
                "De printer kan niet kiezen voor " + (grey ? "zwart-wit" : "kleur")
                        + "; er wordt afgedrukt zoals hij het zelf doet.",
                "The printer cannot choose " + (grey ? "grey" : "colour") + "; it prints as it does by itself.");
    }

    static Reason ignored(List<String> names) {
        String list = String.join(", ", names);
        return Reason.of(
                "printer.option-left-out",
                "De printer heeft niet alles gedaan wat gevraagd was: " + list + ".",
                "The printer did not do all that was asked: " + list + ".");
    }

    static Reason stuck(URI printer, List<String> keywords) {
        return Reason.of(
                        "printer.stopped",
                        "De printer " + printer + " drukt niet af: " + StateWords.dutch(keywords) + ".",
                        "The printer " + printer + " does not print: " + StateWords.english(keywords) + ".")
                .advise(
                        "Verhelp het bij de printer; daarna gaat de opdracht daar verder.",
                        "See to it at the printer; the job then goes on there.");
    }

    static Reason gaveUp(URI printer, long jobId, List<String> keywords) {
        return Reason.of(
                        "printer.gave-up",
                        "De printer " + printer + " heeft opdracht " + jobId + " niet afgedrukt: "
                                + StateWords.dutch(keywords) + ".",
                        "The printer " + printer + " did not print job " + jobId + ": " + StateWords.english(keywords)
                                + ".")
                .advise(
                        "Kijk bij de printer wat er uit kwam. Alles: geef resolve ID --sent. Anders: retry om hem nog eens af te"
                                + " drukken, of kies met reroute een andere verzendmethode.",
                        "Look at the printer what came out. All of it: give resolve ID --sent. Else: retry to print it once"
                                + " more, or choose another sending method by reroute.");
    }

    static Reason completedWithErrors(URI printer, long jobId) {
        return Reason.of(
                        "printer.completed-with-errors",
                        "De printer " + printer + " meldt dat bij opdracht " + jobId + " iets fout ging.",
                        "The printer " + printer + " says that something went wrong with job " + jobId + ".")
                .advise(
                        "Kijk bij de printer of alles er goed uit kwam. Zo ja: resolve ID --sent; zo nee: retry om hem nog"
                                + " eens af te drukken, of reroute.",
                        "Look at the printer whether all of it came out well. If so: resolve ID --sent; if not: retry to"
                                + " print it once more, or reroute.");
    }

    static Reason completedEmpty(URI printer, long jobId) {
        return Reason.of(
                "print.completed-empty",
                "De printer " + printer + " noemt opdracht " + jobId
                        + " klaar, maar heeft er geen document (meer) van; of hij"
                        + " is afgedrukt, is niet te zeggen.",
                "The printer " + printer + " calls job " + jobId
                        + " completed, yet has no document of it (any more); whether"
                        + " it was printed cannot be told.");
    }

    static Reason numberedAnew(URI printer, long jobId, String name) {
        return Reason.of(
                "print.not-known",
                "Opdracht " + jobId + " van de printer " + printer + " is nu die van een ander, en niet \"" + name
                        + "\"; dat bewijst niet dat hij niet is afgedrukt.",
                "Job " + jobId + " of the printer " + printer + " is another's now, and not \"" + name
                        + "\"; that does not prove that it was not printed.");
    }

    static Reason notTaken(URI printer, int status) {
        return Reason.of(
                REFUSED,
                "De printer " + printer + " neemt dit document niet aan (HTTP " + status + ").",
                "The printer " + printer + " does not take this document (HTTP " + status + ").");
    }

    static Reason tooLarge(URI printer, String shown) {
        return Reason.of(
                        TOO_LARGE,
                        "Dit document is te groot voor de printer " + printer + " (" + shown + ").",
                        "This document is too large for the printer " + printer + " (" + shown + ").")
                .advise(
                        "Kies met reroute een andere verzendmethode, of zet een kleinere PDF naast de factuur.",
                        "Choose another sending method by reroute, or put a smaller PDF beside the invoice.");
    }

    static Reason notKnown(URI printer, String name) {
        return Reason.of(
                "print.not-known",
                "De printer " + printer + " kent de opdracht \"" + name
                        + "\" niet (meer); dat bewijst niet dat hij niet is afgedrukt.",
                "The printer " + printer + " does not know the job \"" + name
                        + "\" (any more); that does not prove that it was not printed.");
    }

    private static String detail(String detail) {
        String plain = detail.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.isEmpty() ? "" : " (" + (plain.length() > 200 ? plain.substring(0, 200) : plain) + ")";
    }
}
