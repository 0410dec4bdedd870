package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.util.List;

/** Why a relation file as a whole is not put in force, in words. */
final class RelationFileReasons {
    private static final String SAVE_DUTCH =
            "Sla het op als CSV (in Excel: Opslaan als, CSV UTF-8). Tot dan geldt de laatste goede versie.";
    private static final String SAVE_ENGLISH =
            "Save it as CSV (in Excel: Save as, CSV UTF-8). Until then the last good version is in force.";
    private static final String CORRECT_DUTCH = "Verbeter het bestand. Tot dan geldt de laatste goede versie.";
    private static final String CORRECT_ENGLISH = "Correct the file. Until then the last good version is in force.";

    private RelationFileReasons() {}

    static Reason excelFile(String fileName) {
        return broken(
                "relation-file.excel",
                fileName + " is een Excel-bestand en geen CSV.",
                fileName + " is an Excel file and not CSV.",
                SAVE_DUTCH,
                SAVE_ENGLISH);
    }

    static Reason notText(String fileName) {
        return broken(
                "relation-file.not-text",
                fileName + " bevat tekens die in geen tekstbestand voorkomen; het is beschadigd of geen CSV.",
                fileName + " contains characters that no text file has; it is damaged or not CSV.",
                SAVE_DUTCH,
                SAVE_ENGLISH);
    }

    static Reason tooManyFields(String fileName, int line, int limit) {
        return broken(
                "relation-file.too-many-fields",
                "Regel " + line + " van " + fileName + " heeft meer dan " + limit + " velden.",
                "Line " + line + " of " + fileName + " has more than " + limit + " fields.",
                "Exporteer het relatiebestand opnieuw als CSV, met één relatie per regel.",
                "Export the relation file again as CSV, with one relation to a line.");
    }

    static Reason tooLarge(String fileName, long limit) {
        return broken(
                "relation-file.too-large",
                fileName + " is groter dan " + limit / 1_000_000 + " MB; dat kan geen relatiebestand zijn.",
                fileName + " is larger than " + limit / 1_000_000 + " MB; that cannot be a relation file.",
                CORRECT_DUTCH,
                CORRECT_ENGLISH);
    }

    static Reason quotes(String fileName) {
        return broken(
                "relation-file.quotes",
                "In " + fileName
                        + " loopt een aanhalingsteken (\") door over de regels; het is beschadigd of half geschreven.",
                "In " + fileName + " a quotation mark (\") runs on over the lines; it is damaged or half written.",
                CORRECT_DUTCH,
                CORRECT_ENGLISH);
    }

    static Reason noRows(String fileName) {
        return broken(
                "relation-file.no-rows",
                fileName + " bevat geen enkele relatie.",
                fileName + " does not contain a single relation.",
                CORRECT_DUTCH,
                CORRECT_ENGLISH);
    }

    static Reason missingHeaders(String fileName, List<String> found) {
        String these = Typed.quoted(String.join(", ", found));
        return broken(
                "relation-file.headers",
                fileName
                        + " mist kolommen: nodig zijn verzendmethode en ten minste een van relatienummer, kvk-nummer, btw-nummer en e-mail. Gevonden op de eerste regel: "
                        + these + ".",
                fileName
                        + " lacks columns: needed are sending method and at least one of relation, coc number, vat number and e-mail. Found on the first line: "
                        + these + ".",
                "Zet de kolomnamen op de eerste regel. Tot dan geldt de laatste goede versie.",
                "Put the column names on the first line. Until then the last good version is in force.");
    }

    static Reason doubleHeaders(String fileName, List<String> doubles) {
        String these = String.join(", ", doubles);
        return broken(
                "relation-file.headers",
                fileName + " heeft kolommen die hetzelfde betekenen: " + these + ".",
                fileName + " has columns that mean the same: " + these + ".",
                "Hernoem of verwijder er een. Tot dan geldt de laatste goede versie.",
                "Rename or remove one of them. Until then the last good version is in force.");
    }

    static Reason missing(Path file) {
        return broken(
                "relation-file.missing",
                "Het relatiebestand " + file + " is er niet.",
                "The relation file " + file + " is not there.",
                "Zet het terug. Tot dan geldt de laatste goede versie als die er is, en anders krijgt elke klant de standaardmethode (default-method).",
                "Put it back. Until then the last good version is in force if there is one, else every customer gets the default method (default-method).");
    }

    static Reason unreadable(Path file, String cause) {
        return broken(
                "relation-file.unreadable",
                "Het relatiebestand " + file + " kan niet gelezen worden (" + cause + ").",
                "The relation file " + file + " cannot be read (" + cause + ").",
                "Sluit het in Excel en controleer de rechten van de map. Tot dan geldt de laatste goede versie.",
                "Close it in Excel and check the rights of the folder. Until then the last good version is in force.");
    }

    static Reason muchShorter(Path file, int rows, int before, Path accept) {
        return broken(
                "relation-file.shorter",
                file.getFileName() + " heeft plotseling nog maar " + rows + " relaties; eerder waren het er " + before
                        + ".",
                file.getFileName() + " suddenly has only " + rows + " relations; before, there were " + before + ".",
                "Herstel het bestand. Klopt het toch, maak dan een leeg bestand " + accept
                        + " aan; dan wordt het korte bestand overgenomen. Tot dan geldt de laatste goede versie.",
                "Restore the file. If it is right after all, create an empty file " + accept
                        + "; then the short file is taken over. Until then the last good version is in force.");
    }

    static Reason lastGoodNotKept(Path lastGood, String cause) {
        return broken(
                "relation-file.copy-not-kept",
                "De kopie van het relatiebestand kan niet bewaard worden in " + lastGood + " (" + cause
                        + "). De relaties zelf gelden wel.",
                "The copy of the relation file cannot be kept in " + lastGood + " (" + cause
                        + "). The relations themselves are in force.",
                "Controleer de schijfruimte en de rechten van die map.",
                "Check the disk space and the rights of that folder.");
    }

    private static Reason broken(String code, String dutch, String english, String adviceDutch, String adviceEnglish) {
        return new Reason(code, dutch, english, adviceDutch, adviceEnglish);
    }
}
