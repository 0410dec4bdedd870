package io.github.komaseconnect.mail;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text as HTML: every sign that HTML would understand is written so that it is only shown. */
final class HtmlText {
    private static final Pattern BODY = Pattern.compile("<body\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private HtmlText() {}

    /** Fit for text and for an attribute between quotes. */
    static String escaped(String plain) {
        StringBuilder html = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(sign);
            }
        });
        return html.toString();
    }

    /** A whole page that says the same as a text: paragraphs where that has empty lines. */
    static String page(String plain, String language) {
        String paragraphs = Arrays.stream(plain.strip().split("\\n\\s*\\n"))
                .map(paragraph -> "<p>" + escaped(paragraph.strip()).replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head><meta charset=\"utf-8\"></head>\n"
                + "<body style=\"font-family: Arial, Helvetica, sans-serif; font-size: 15px; line-height: 1.5;\">\n"
                + paragraphs + "\n</body>\n</html>\n";
    }

    /** The page with a text at its head. */
    static String headed(String page, String plain) {
        String head = "<p><strong>" + escaped(plain.strip()).replace("\n", "<br>\n") + "</strong></p>\n";
        Matcher body = BODY.matcher(page);
        return body.find()
                ? page.substring(0, body.end()) + "\n" + head
                        + page.substring(body.end()).stripLeading()
                : head + page;
    }
}
