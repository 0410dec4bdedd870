package io.github.komaseconnect.mail;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail text with placeholders such as <code>${number}</code>. Its first line may set the subject: {@code Onderwerp: …}
 * or {@code Subject: …}.
 *
 * @param name file name, for the reader of a refusal
 * @param text the whole template
 */
record MailTemplate(String name, String text) {
    private static final Pattern SUBJECT =
            Pattern.compile("\\A(?:subject|onderwerp)[ \\t]*:[ \\t]*([^\\n]*)\\n\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\\n]*)(}?)");

    /** What is wrong with a template, as one of the two things a user can mend. */
    static final class Unfillable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String placeholder;
        private final boolean known;

        Unfillable(String placeholder, boolean known) {
            super(placeholder, null, false, false);
            this.placeholder = placeholder;
            this.known = known;
        }

        /** The placeholder as it stands in the template, without braces. */
        String placeholder() {
            return placeholder;
        }

        /** Whether such a placeholder exists, and only this invoice has no value for it. */
        boolean known() {
            return known;
        }
    }

    /**
     * The text with every placeholder replaced, once: a value that looks like a placeholder stays as it is.
     *
     * @param facts every known placeholder
     * @param defaultSubject for a template without a subject line; may have placeholders too
     * @throws Unfillable when a placeholder is unknown or has no value; nobody gets half a mail
     */
    MailText fill(Map<String, Optional<String>> facts, String defaultSubject) throws Unfillable {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        Matcher subjectLine = SUBJECT.matcher(unix.endsWith("\n") ? unix : unix + "\n");
        boolean found = subjectLine.find();
        String subject = found && !subjectLine.group(1).isBlank() ? subjectLine.group(1) : defaultSubject;
        String body = found ? unix.substring(Math.min(unix.length(), subjectLine.end())) : unix;
        return new MailText(HeaderText.clean(replaced(subject, facts)), replaced(body, facts));
    }

    /**
     * A page with every placeholder replaced, once; it has no subject line.
     *
     * @param facts every known placeholder, as HTML already
     * @throws Unfillable as {@link #fill}
     */
    String fillPage(Map<String, Optional<String>> facts) throws Unfillable {
        return replaced(text.replace("\r\n", "\n").replace('\r', '\n'), facts);
    }

    private static String replaced(String template, Map<String, Optional<String>> facts) throws Unfillable {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            Optional<String> fact = facts.get(name);
            boolean known = fact != null && !matcher.group(2).isEmpty();
            if (!known || fact.isEmpty()) {
                throw new Unfillable(name, known);
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(fact.get()));
        }
        return matcher.appendTail(filled).toString();
    }
}
