package io.github.komaseconnect.print.ipp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keywords in which printers say what is the matter (RFC 8011, 5.3.8 and 5.4.12; PWG 5100.9), in Dutch and English. */
final class StateWords {
    private record Words(String dutch, String english) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            Map.entry("media-empty", new Words("het papier is op", "out of paper")),
            Map.entry("media-low", new Words("het papier is bijna op", "paper is low")),
            Map.entry(
                    "media-needed",
                    new Words("er is ander papier nodig in de lade", "other paper is needed in the tray")),
            Map.entry("media-jam", new Words("het papier is vastgelopen", "paper jam")),
            Map.entry("toner-empty", new Words("de toner is op", "out of toner")),
            Map.entry("toner-low", new Words("de toner is bijna op", "toner is low")),
            Map.entry("marker-supply-empty", new Words("de inkt of toner is op", "out of ink or toner")),
            Map.entry("marker-supply-low", new Words("de inkt of toner is bijna op", "ink or toner is low")),
            Map.entry("marker-waste-full", new Words("de opvangbak voor toner is vol", "the waste toner box is full")),
            Map.entry(
                    "marker-waste-almost-full",
                    new Words("de opvangbak voor toner is bijna vol", "the waste toner box is almost full")),
            Map.entry("cover-open", new Words("een klep staat open", "a cover is open")),
            Map.entry("door-open", new Words("een deur staat open", "a door is open")),
            Map.entry("interlock-open", new Words("een klep of deur staat open", "a cover or door is open")),
            Map.entry("input-tray-missing", new Words("de papierlade ontbreekt", "the paper tray is missing")),
            Map.entry("output-tray-missing", new Words("de uitvoerlade ontbreekt", "the output tray is missing")),
            Map.entry("output-area-full", new Words("de uitvoerlade is vol", "the output tray is full")),
            Map.entry(
                    "output-area-almost-full",
                    new Words("de uitvoerlade is bijna vol", "the output tray is almost full")),
            Map.entry("paused", new Words("de printer staat op pauze", "the printer is paused")),
            Map.entry("moving-to-paused", new Words("de printer gaat op pauze", "the printer is about to pause")),
            Map.entry("stopping", new Words("de printer stopt", "the printer is stopping")),
            Map.entry(
                    "stopped-partly",
                    new Words("een deel van de printer staat stil", "part of the printer has stopped")),
            Map.entry("printer-stopped", new Words("de printer staat stil", "the printer has stopped")),
            Map.entry(
                    "printer-stopped-partly",
                    new Words("een deel van de printer staat stil", "part of the printer has stopped")),
            Map.entry("shutdown", new Words("de printer staat uit", "the printer is switched off")),
            Map.entry("offline", new Words("de printer is offline", "the printer is offline")),
            Map.entry(
                    "connecting-to-device",
                    new Words(
                            "de printserver zoekt verbinding met de printer",
                            "the print server is connecting to the printer")),
            Map.entry(
                    "connecting-to-printer",
                    new Words(
                            "de printserver zoekt verbinding met de printer",
                            "the print server is connecting to the printer")),
            Map.entry(
                    "timed-out",
                    new Words(
                            "de printer antwoordt de printserver niet",
                            "the printer does not answer the print server")),
            Map.entry(
                    "spool-area-full",
                    new Words("het geheugen van de printer is vol", "the printer's spool area is full")),
            Map.entry("fuser-over-temp", new Words("de printer is te heet", "the printer is too hot")),
            Map.entry("fuser-under-temp", new Words("de printer warmt nog op", "the printer is still warming up")),
            Map.entry(
                    "job-canceled-by-user",
                    new Words("iemand heeft de opdracht geannuleerd", "somebody cancelled the job")),
            Map.entry(
                    "job-canceled-by-operator",
                    new Words("een beheerder heeft de opdracht geannuleerd", "an operator cancelled the job")),
            Map.entry(
                    "job-canceled-at-device",
                    new Words(
                            "iemand heeft de opdracht op de printer geannuleerd",
                            "somebody cancelled the job at the printer")),
            Map.entry(
                    "job-canceled-after-timeout",
                    new Words(
                            "de printer heeft de opdracht na te lang wachten geannuleerd",
                            "the printer cancelled the job after waiting too long")),
            Map.entry(
                    "aborted-by-system",
                    new Words("de printer heeft de opdracht afgebroken", "the printer aborted the job")),
            Map.entry(
                    "unsupported-document-format",
                    new Words(
                            "de printer kan dit soort bestand niet afdrukken",
                            "the printer cannot print this kind of file")),
            Map.entry(
                    "document-format-error",
                    new Words("de printer kan dit bestand niet lezen", "the printer cannot read this file")),
            Map.entry(
                    "document-unprintable-error",
                    new Words("de printer kan dit bestand niet afdrukken", "the printer cannot print this file")),
            Map.entry(
                    "document-access-error",
                    new Words("de printer kan niet bij het bestand", "the printer cannot get at the file")),
            Map.entry(
                    "submission-interrupted",
                    new Words("het bestand kwam niet helemaal aan", "the file did not arrive completely")),
            Map.entry("job-held-on-create", new Words("de opdracht wordt vastgehouden", "the job is on hold")),
            Map.entry(
                    "job-hold-until-specified",
                    new Words("de opdracht wacht op een later moment", "the job waits for a later moment")),
            Map.entry("job-password-wait", new Words("de printer vraagt een pincode", "the printer asks for a PIN")),
            Map.entry(
                    "job-release-wait",
                    new Words(
                            "de opdracht moet op de printer worden vrijgegeven",
                            "the job must be released at the printer")),
            Map.entry(
                    "resources-are-not-ready",
                    new Words(
                            "het gevraagde papier ligt niet in de printer",
                            "the paper asked for is not in the printer")),
            Map.entry(
                    "account-authorization-failed",
                    new Words("de printer geeft ons geen toestemming", "the printer does not permit it")),
            Map.entry("account-limit-reached", new Words("het afdruktegoed is op", "the print quota is used up")),
            Map.entry("job-printing", new Words("er wordt afgedrukt", "printing")),
            Map.entry("job-incoming", new Words("het bestand komt nog binnen", "the file is still coming in")),
            Map.entry("job-queued", new Words("de opdracht wacht op zijn beurt", "the job waits for its turn")));

    private StateWords() {}

    /** All that is said, in the printer's order; what is not known is quoted. */
    static String dutch(List<String> keywords) {
        String said = keywords.stream()
                .map(keyword -> words(keyword).map(Words::dutch).orElse(keyword))
                .distinct()
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "de printer geeft geen reden" : said;
    }

    static String english(List<String> keywords) {
        String said = keywords.stream()
                .map(keyword -> words(keyword).map(Words::english).orElse(keyword))
                .distinct()
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "the printer gives no reason" : said;
    }

    /** A keyword may say how serious it is at its end: {@code -report, -warning, -error}. */
    private static Optional<Words> words(String keyword) {
        return Optional.ofNullable(WORDS.get(keyword))
                .or(() -> Optional.ofNullable(WORDS.get(keyword.replaceAll("-(report|warning|error)$", ""))));
    }
}
