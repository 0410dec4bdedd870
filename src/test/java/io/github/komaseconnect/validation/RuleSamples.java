package io.github.komaseconnect.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Documents of this project's own, sound or with one thing changed, and the rules to which they are put. */
final class RuleSamples {
    static final String BIS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    static final String NLCIUS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";
    static final String G_ACCOUNT = NLCIUS + "#conformant#urn:fdc:nen.nl:gaccount:v1.0";

    final List<String> missing = new ArrayList<>();
    final PhiveRules rules = new PhiveRules(new SafeXml(), missing::add);
    private int count;

    /** The text of a sample of the demo. */
    static String demo(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RuleSamples.class.getResourceAsStream("/samples/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An invoice that is sound under this profile. */
    static String invoice(String profile) throws IOException {
        return change(demo("verkoop-email.xml"), "<cbc:CustomizationID>" + NLCIUS, "<cbc:CustomizationID>" + profile);
    }

    /** A credit note that is sound under this profile. */
    static String creditNote(String profile) throws IOException {
        return change(
                demo("verkoop-print-credit.xml"), "<cbc:CustomizationID>" + NLCIUS, "<cbc:CustomizationID>" + profile);
    }

    /** The same with something else in the place of something that must be there. */
    static String change(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    /** What the rules say of a text. */
    Verdict verdict(Path folder, String text) throws IOException {
        count++;
        Path file = Files.writeString(folder.resolve("sample-" + count + ".xml"), text);
        return rules.examine(file, "sample " + count + text.hashCode());
    }

    /** The rules that it breaks. */
    List<BrokenRule> broken(Path folder, String text) throws IOException {
        return ((Verdict.Examined) verdict(folder, text)).broken();
    }
}
