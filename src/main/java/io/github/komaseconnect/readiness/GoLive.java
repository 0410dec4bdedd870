package io.github.komaseconnect.readiness;

import java.util.List;

/** What a person must do in Komas and know of eConnect at a go-live, and no program can see. */
public final class GoLive {
    private GoLive() {}

    /** One thing to do or to know. */
    public record Reminder(String dutch, String english) {}

    /** All of them, in the order in which to do them. */
    public static List<Reminder> reminders() {
        return List.of(
                new Reminder(
                        "Zet in Komas achtergrondtaak EV11 (ophalen bij eVerbinding) uit; anders halen twee programma's dezelfde"
                                + " inkoopfacturen op.",
                        "Switch off background job EV11 (fetch from eVerbinding) in Komas; otherwise two programs fetch the same"
                                + " purchase invoices."),
                new Reminder(
                        "Gebruik in Komas bij 1204 Inkoopfacturen eConnect de knop Actualiseren niet meer.",
                        "Do not use the button Actualiseren of 1204 Inkoopfacturen eConnect in Komas any more."),
                new Reminder(
                        "Gebruik in Komas Mailen niet voor facturen die naar de exportmap gaan; de klant kreeg ze dan twee keer.",
                        "Do not use Mailen in Komas for invoices that go to the export folder; the customer would get them"
                                + " twice."),
                new Reminder(
                        "Nieuwe koppelsleutels bij eConnect maken de oude meteen ongeldig: de eigen koppeling van Komas (4113,"
                                + " Digipoort) werkt vanaf dat moment niet meer.",
                        "New connection keys at eConnect revoke the old ones at once: Komas's own link (4113, Digipoort) stops"
                                + " working at that moment."),
                new Reminder(
                        "Laat in Komas achtergrondtaak IU01 (UBL-bestanden inlezen) de importmap lezen.",
                        "Have background job IU01 (read UBL files) in Komas read the import folder."));
    }
}
