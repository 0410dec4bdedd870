package io.github.komaseconnect.print;

import java.text.Normalizer;
import java.util.UUID;

/** Names for what is printed: a person knows the invoice by it, and the mark at its end is in no other. */
final class JobNames {
    private static final int LONGEST = 60;
    private static final int MARK = 12;

    private JobNames() {}

    /** A mark that nothing else has. */
    static String mark() {
        return "ke" + UUID.randomUUID().toString().replace("-", "").substring(0, MARK);
    }

    /** Plain letters only, since some printers take no others, and short enough for all of them. */
    static String of(String what, String company, String mark) {
        String plain = Normalizer.normalize(what + " " + company, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 .,()+_-]", " ")
                .replaceAll(" +", " ")
                .strip();
        return (plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain) + " " + mark;
    }
}
