package io.github.komaseconnect.print;

import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** What can go wrong on the way to the print-spool folder, in words for a bookkeeper. */
final class SpoolReasons {
    private SpoolReasons() {}

    static Reason notPdf(Path pdf) {
        return Reason.of(
                        "print.not-a-pdf",
                        "Het bestand " + pdf.getFileName() + " is geen PDF, al heet het zo; het wordt niet geprint.",
                        "The file " + pdf.getFileName() + " is not a PDF, though it bears the name; it is not printed.")
                .advise(
                        "Zet een goede PDF naast de factuur, of alleen de XML, in de exportmap.",
                        "Put a proper PDF beside the invoice, or the XML alone, into the export folder.");
    }

    static Reason unreadable(Path pdf, IOException problem) {
        return Reason.of(
                "print.pdf-unreadable",
                "De te printen PDF " + pdf.getFileName() + " kan nu niet worden gelezen (" + detail(problem)
                        + "); er wordt vanzelf opnieuw geprobeerd.",
                "The PDF to print, " + pdf.getFileName() + ", cannot be read now (" + detail(problem)
                        + "); it is tried again by itself.");
    }

    static Reason folderGone(Path folder) {
        return Reason.of(
                        "print.folder-gone",
                        "De printmap " + folder + " is er niet. Er is niets klaargezet.",
                        "The print folder " + folder + " is not there. Nothing was put ready.")
                .advise(
                        "Maak de map of de netwerkverbinding weer beschikbaar; daarna gaat het vanzelf verder.",
                        "Make the folder or the network connection available again; it then goes on by itself.");
    }

    static Reason cannotWrite(Path folder, IOException problem) {
        return Reason.of(
                        "print.folder-unwritable",
                        "In de printmap " + folder + " kan niet worden geschreven (" + detail(problem)
                                + "). Er is niets klaargezet.",
                        "The print folder " + folder + " cannot be written to (" + detail(problem)
                                + "). Nothing was put ready.")
                .advise(
                        "Controleer de rechten en de vrije ruimte van die map; daarna gaat het vanzelf verder.",
                        "Check the rights and the free space of that folder; it then goes on by itself.");
    }

    static Reason uncertain(Path folder, String name, IOException problem) {
        return Reason.of(
                        "print.in-doubt",
                        "Het is onzeker of " + name + " in de printmap " + folder + " is klaargezet (" + detail(problem)
                                + ").",
                        "It is uncertain whether " + name + " was put ready in the print folder " + folder + " ("
                                + detail(problem) + ").")
                .advise(
                        "Kijk of de factuur is geprint, en geef dan \"resolve ID --sent\" of \"resolve ID --send-again\".",
                        "Look whether the invoice was printed, and then give \"resolve ID --sent\" or"
                                + " \"resolve ID --send-again\".");
    }

    static Reason batchInDoubt(String name) {
        return Reason.of(
                        "print.in-doubt",
                        "Het is onzeker of " + name
                                + " in de printmap is klaargezet, want het programma werd onderbroken.",
                        "It is uncertain whether " + name
                                + " was put ready in the print folder, since the program was interrupted.")
                .advise(
                        "Kijk of de afdruk er is, en geef dan voor elke factuur \"resolve ID --sent\" of"
                                + " \"resolve ID --send-again\".",
                        "Look whether the print is there, and then give for each invoice \"resolve ID --sent\" or"
                                + " \"resolve ID --send-again\".");
    }

    private static String detail(IOException problem) {
        return problem.getClass().getSimpleName()
                + (problem.getMessage() == null
                        ? ""
                        : ": " + problem.getMessage().replaceAll("\\p{Cntrl}+", " "));
    }
}
