package io.github.komaseconnect.mail;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.relation.Language;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the mail text for a document: {@code invoice_nl.txt}, {@code invoice_en.txt}, {@code credit-note_nl.txt},
 * {@code credit-note_en.txt}, and the same with {@code .html}. The user's own file of that name wins over the built-in
 * one; it is read anew for every mail, so that an edit counts at once. An empty file for HTML: text only.
 */
public final class MailTemplates {
    private static final int LONGEST = 256 * 1024;
    private final Path folder;

    /** @param folder with the user's own texts; it may not exist */
    public MailTemplates(Path folder) {
        this.folder = folder;
    }

    /** The file name of the text for this kind of document in this language. */
    public static String fileName(DocumentType type, Language language) {
        return name(type, language) + ".txt";
    }

    private static String name(DocumentType type, Language language) {
        String document = type == DocumentType.INVOICE ? "invoice" : "credit-note";
        return document + "_" + language.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The text in force.
     *
     * @throws IOException when the user's file is there and cannot be read; the built-in one is then not sent instead
     */
    MailTemplate find(DocumentType type, Language language) throws IOException {
        String name = fileName(type, language);
        Optional<MailTemplate> own = own(name);
        return own.isPresent() ? own.get() : builtIn(name);
    }

    /**
     * The HTML in force.
     *
     * @throws IOException as {@link #find}
     */
    HtmlTemplate html(DocumentType type, Language language) throws IOException {
        String name = name(type, language) + ".html";
        Optional<MailTemplate> own = own(name);
        if (own.isPresent()) {
            return own.get().text().isBlank() ? new HtmlTemplate.None() : new HtmlTemplate.Given(own.get());
        }
        return own(fileName(type, language)).isPresent()
                ? new HtmlTemplate.FromText()
                : new HtmlTemplate.Given(builtIn(name));
    }

    private Optional<MailTemplate> own(String name) throws IOException {
        Path own = folder.resolve(name);
        if (!Files.isRegularFile(own)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(own)) {
            return Optional.of(new MailTemplate(own.toString(), decoded(in)));
        }
    }

    private static MailTemplate builtIn(String name) throws IOException {
        try (InputStream in = MailTemplates.class.getResourceAsStream("/mail/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("/mail/" + name);
            }
            return new MailTemplate(name, decoded(in));
        }
    }

    /** UTF-8, or what an old Windows editor writes. */
    private static String decoded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new IOException("longer than " + LONGEST + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
