package io.github.komaseconnect.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.komaseconnect.Counts;
import io.github.komaseconnect.invoice.Corpus;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The corpus gets the verdicts and the failing rules of its index, for every profile that the program knows. */
class CorpusRulesTest {
    /** Its index says so of a rule that has no name, and of one that the style sheet broke off at. */
    private static final String NAMELESS = "no rule id|NO-RULE-ID";

    @Test
    void verdictsAndRulesAreThoseOfTheIndex() throws Exception {
        List<Path> files = Corpus.files();
        Path corpus = files.get(0).getParent().getParent();
        Set<String> supported =
                Releases.ofProgram().all().stream().map(Release::vesid).collect(Collectors.toSet());
        PhiveRules rules = new PhiveRules(new SafeXml(), missing -> {});
        int examined = 0;
        int unknown = 0;
        try (CsvReader<NamedCsvRecord> index = CsvReader.builder().ofNamedCsvRecord(corpus.resolve("INDEX.csv"))) {
            for (NamedCsvRecord line : index.stream().toList()) {
                Path file = corpus.resolve(line.getField("file"));
                Verdict verdict = rules.examine(file, UblDigest.sha256(file));
                boolean ours = supported.contains(line.getField("vesid"))
                        && Releases.ofProgram().all().stream()
                                .anyMatch(one -> one.customizationId().equals(line.getField("customization_id")));
                if (ours) {
                    examined++;
                    Verdict.Examined found = (Verdict.Examined) verdict;
                    assertThat(ids(found.broken())).as(file.toString()).isEqualTo(expected(line, "failing_rule_ids"));
                    assertThat(ids(found.remarks())).as(file.toString()).isEqualTo(expected(line, "warning_rule_ids"));
                    assertThat(found.isSound())
                            .as(file.toString())
                            .isEqualTo(line.getField("expected_verdict").equals("VALID"));
                } else {
                    unknown++;
                    assertThat(verdict).as(file.toString()).isInstanceOf(Verdict.UnknownProfile.class);
                    System.out.println("NOT JUDGED, no rules for its profile: " + line.getField("file") + " <"
                            + line.getField("customization_id") + ">");
                }
            }
        }
        assertThat(examined).isGreaterThan(45);
        Counts.of("corpus-rules")
                .add("examined, as the index", examined)
                .add("unknown profile", unknown)
                .print();
    }

    private static Set<String> ids(List<BrokenRule> rules) {
        return rules.stream().map(BrokenRule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected(NamedCsvRecord line, String column) {
        return Stream.of(line.getField(column).split(";"))
                .filter(id -> !id.isEmpty())
                .map(id -> id.matches(".*(" + NAMELESS + ").*") ? BrokenRule.UNNAMED : id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
