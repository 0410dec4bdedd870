package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.relation.IdentifierReading;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads by which gateway a company uses eConnect, and who it is there. Only what the gateway in use needs must be there;
 * what is kept of another one must be right.
 *
 * @param gateway the one in use
 * @param companyId empty when the platform API is not set up
 * @param partyId as eConnect writes it; empty when the PSB is not set up
 */
record EConnectReader(Gateway gateway, String companyId, String partyId) {
    private static final Pattern COMPANY_ID = Pattern.compile("XC[A-Z]{2}\\d+");
    private static final Pattern COMPANY_ID_IN_ANY_CASE = Pattern.compile("xc[a-z]{2}\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9_-]+");

    static EConnectReader read(Settings settings) {
        Gateway gateway = settings.value("econnect", Values.word(Gateway.class));
        settings.secret("subscription-key");
        return new EConnectReader(gateway, platform(settings, gateway), psb(settings, gateway));
    }

    private static String platform(Settings settings, Gateway gateway) {
        if (gateway == Gateway.PLATFORM) {
            settings.requiredSecret("connection-key");
            settings.requiredSecret("connection-secret");
            return companyId(settings, settings.required("company-id"));
        }
        settings.secret("connection-key");
        settings.secret("connection-secret");
        return isComplete(settings, "company-id", List.of("connection-key", "connection-secret"))
                ? companyId(settings, settings.text("company-id"))
                : "";
    }

    private static String psb(Settings settings, Gateway gateway) {
        boolean inUse = gateway == Gateway.PSB;
        if (inUse) {
            settings.required("client-id");
            settings.requiredSecret("client-secret");
        } else {
            settings.text("client-id");
            settings.secret("client-secret");
        }
        settings.secret("password");
        if (settings.present("username") != settings.present("password")) {
            settings.error(
                    settings.present("username") ? "password" : "username",
                    "ontbreekt; username en password horen bij elkaar, of laat beide weg",
                    "is missing; username and password belong together, or leave both out");
        }
        if (inUse) {
            return partyId(settings, settings.required("party-id"));
        }
        return isComplete(settings, "party-id", List.of("client-id", "client-secret"))
                ? partyId(settings, settings.text("party-id"))
                : "";
    }

    /** Whether what is left of a gateway that is not in use can still be used. */
    private static boolean isComplete(Settings settings, String id, List<String> others) {
        boolean complete = others.stream().allMatch(settings::present);
        if (settings.present(id) && !complete) {
            settings.warn(
                    id,
                    "doet niets zonder " + String.join(" en ", others) + "; haal deze regel weg of vul die ook in",
                    "does nothing without " + String.join(" and ", others) + "; remove this line or fill those in too");
        }
        return complete && settings.present(id);
    }

    private static String companyId(Settings settings, String typed) {
        if (typed.isEmpty() || COMPANY_ID.matcher(typed).matches()) {
            return typed;
        }
        if (COMPANY_ID_IN_ANY_CASE.matcher(typed).matches()) {
            String capitals = typed.toUpperCase(Locale.ROOT);
            settings.error("company-id", "moet in hoofdletters: " + capitals, "must be in capitals: " + capitals);
        } else if (!LETTERS_AND_DIGITS.matcher(typed).matches()) {
            settings.error(
                    "company-id",
                    "moet een Company ID van eConnect zijn, zoals XCNL10019, zonder spaties of andere tekens",
                    "must be a Company ID of eConnect, such as XCNL10019, without spaces or other characters");
        } else {
            settings.warn(
                    "company-id",
                    "ziet er niet uit als een Company ID van eConnect, zoals XCNL10019; er staat: " + typed,
                    "does not look like a Company ID of eConnect, such as XCNL10019; found: " + typed);
        }
        return typed;
    }

    /** Read as an identifier on a relation card is; what is wrong with it is said in the same words. */
    private static String partyId(Settings settings, String typed) {
        if (typed.isEmpty()) {
            return "";
        }
        IdentifierReading reading = new IdentifierReader().read(typed, "");
        if (reading.usable().filter(address -> address.scheme().isEmpty()).isPresent()) {
            settings.error(
                    "party-id",
                    "is een Company ID, en die hoort bij company-id; de PSB kent het bedrijf onder bijvoorbeeld"
                            + " NL:KVK:12345678",
                    "is a Company ID, which belongs in company-id; the PSB knows the company by such as"
                            + " NL:KVK:12345678");
            return "";
        }
        reading.refusal()
                .ifPresent(reason ->
                        settings.error("party-id", "klopt niet: " + reason.dutch(), "is wrong: " + reason.english()));
        return reading.usable().map(ElectronicAddress::partyId).orElse("");
    }
}
