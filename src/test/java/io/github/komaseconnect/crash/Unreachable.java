package io.github.komaseconnect.crash;

import io.github.komaseconnect.simulator.PeppolReach;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Customers who are not on Peppol and may be mailed; each invoice has one of its own, so that nothing is known of any. */
final class Unreachable {
    private static final int MANY = 400;

    private Unreachable() {}

    private static String relation(int n) {
        return String.format("2%04d", n);
    }

    private static String coc(int n) {
        return String.format("9000%04d", n);
    }

    /** Their lines of the relation file. */
    static String relations() {
        return IntStream.range(1, MANY)
                .mapToObj(n -> relation(n) + ";Onbereikbaar " + n + ";peppol;" + coc(n) + ";;post" + n
                        + "@onbereikbaar.example;NL;nl;nee\n")
                .collect(Collectors.joining());
    }

    /** An invoice for the one of this number, whom nobody on Peppol knows. */
    static Sale export(Site site, String number, Sale.Way way) throws IOException {
        int n = Integer.parseInt(number.substring(number.indexOf('-') + 1));
        site.simulator.reach(PeppolReach.nobodyExcept());
        return new Sale(number, way, xml -> xml.replace(
                                "<cbc:ID>10001</cbc:ID>", "<cbc:ID>" + relation(n) + "</cbc:ID>")
                        .replace(">87654321<", ">" + coc(n) + "<"))
                .export(site);
    }
}
