package io.github.komaseconnect.readiness;

import java.util.ArrayList;
import java.util.List;

/** A report that remembers. */
final class Recorded implements Report {
    final List<String> sections = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    @Override
    public void section(String dutch, String english) {
        sections.add(dutch);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    /** The Dutch lines with this code. */
    List<String> lines(String code) {
        return findings.stream()
                .filter(finding -> finding.reason().code().equals(code))
                .map(finding -> finding.reason().dutchLine())
                .toList();
    }

    /** The codes of this level. */
    List<String> codes(Level level) {
        return findings.stream()
                .filter(finding -> finding.level() == level)
                .map(finding -> finding.reason().code())
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder(String.join("\n", sections));
        findings.forEach(finding -> text.append('\n')
                .append(finding.level().label())
                .append(' ')
                .append(finding.reason().dutchLine())
                .append('\n')
                .append(finding.reason().englishLine()));
        return text.toString();
    }
}
