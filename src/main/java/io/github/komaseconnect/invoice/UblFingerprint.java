package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A digest of what an XML document says, whatever its encoding, prefixes, comments and white space between elements:
 * shows whether a document that went through eConnect is still the same invoice.
 */
public final class UblFingerprint {
    private final SafeXml xml;

    /** @param xml how XML is read */
    public UblFingerprint(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * The fingerprint as lower-case hexadecimal SHA-256.
     *
     * @throws IOException when the file cannot be read, or is not well-formed XML
     */
    public String of(Path file) throws IOException {
        return of(() -> xml.open(file), new Canon());
    }

    /**
     * The fingerprint of what Komas wrote: the same for the original, for the one with its text mended, and for the one with
     * the image of the invoice put into it ({@link PdfEmbedding}).
     *
     * @throws IOException when the file cannot be read, or is not well-formed XML and cannot be mended
     */
    public String ofOriginal(Path file) throws IOException {
        try {
            return of(() -> xml.open(file), new ImagelessCanon());
        } catch (IOException asItIs) {
            TextDiagnosis diagnosis =
                    new TextExamination().examine(file, file.getFileName().toString());
            if (diagnosis instanceof TextDiagnosis.Mendable mendable) {
                return of(() -> xml.open(mendable.repair().over(file)), new ImagelessCanon());
            }
            throw asItIs;
        }
    }

    private interface Opening {
        XmlDocument open() throws IOException, XMLStreamException;
    }

    private static String of(Opening opening, Canon canon) throws IOException {
        try (XmlDocument document = opening.open()) {
            while (document.events().hasNext()) {
                canon.take(document.events().next(), document);
            }
            return canon.hex();
        } catch (XMLStreamException e) {
            throw new IOException("not well-formed: " + e.getMessage(), e);
        }
    }

    /** What matters, as a row of marked parts. A mark begins with a byte that UTF-8 does not have: no text passes for one. */
    private static class Canon {
        private static final byte NEVER_IN_UTF_8 = (byte) 0xFF;

        private MessageDigest digest = sha256();
        /** White space within a text, which matters only when other text follows; as a digest, however much it is. */
        private final MessageDigest blanks = sha256();

        private boolean anyBlanks;
        private boolean textBegun;

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What was taken so far, to go back to. */
        MessageDigest mark() {
            try {
                return (MessageDigest) digest.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Forgets what was taken since. */
        void back(MessageDigest mark) {
            digest = mark;
        }

        void take(int event, XmlDocument document) throws XMLStreamException {
            XMLStreamReader reader = document.events();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    endText();
                    add('<', reader.getNamespaceURI());
                    add('|', reader.getLocalName());
                    attributes(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    endText();
                    add('>', "");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(document.text());
                default -> {
                    // comments, processing instructions and the prolog say nothing
                }
            }
        }

        private void attributes(XMLStreamReader reader) {
            // a name of two parts: neither can hold a space
            TreeMap<String, String> sorted = new TreeMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String namespace = reader.getAttributeNamespace(i);
                sorted.put(
                        (namespace == null ? "" : namespace) + " " + reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i));
            }
            sorted.forEach((name, value) -> {
                add('@', name);
                add('=', value);
            });
        }

        /** A text may come in any number of pieces. */
        private void text(String text) {
            int begin = 0;
            while (begin < text.length()) {
                boolean blank = Character.isWhitespace(text.charAt(begin));
                int end = begin + 1;
                while (end < text.length() && Character.isWhitespace(text.charAt(end)) == blank) {
                    end++;
                }
                run(text.substring(begin, end).getBytes(StandardCharsets.UTF_8), blank);
                begin = end;
            }
        }

        private void run(byte[] bytes, boolean blank) {
            if (blank && textBegun) {
                blanks.update(bytes);
                anyBlanks = true;
            }
            if (blank) {
                return;
            }
            if (!textBegun) {
                add('"', "");
                textBegun = true;
            } else if (anyBlanks) {
                digest.update(blanks.digest());
                anyBlanks = false;
            }
            digest.update(bytes);
        }

        private void endText() {
            textBegun = false;
            anyBlanks = false;
            blanks.reset();
        }

        private void add(char mark, String text) {
            digest.update(NEVER_IN_UTF_8);
            digest.update((byte) mark);
            digest.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        }

        String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** Leaves out a reference that {@link PdfEmbedding} makes, known by its description. */
    private static final class ImagelessCanon extends Canon {
        private Optional<MessageDigest> before = Optional.empty();
        private boolean described;
        private boolean image;
        private int depth;

        @Override
        void take(int event, XmlDocument document) throws XMLStreamException {
            XMLStreamReader reader = document.events();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2 && reader.getLocalName().equals("AdditionalDocumentReference")) {
                    before = Optional.of(mark());
                    image = false;
                }
                described = depth == 3 && reader.getLocalName().equals("DocumentDescription");
            } else if (event == XMLStreamConstants.CHARACTERS && described) {
                image = image || document.text().strip().equals(EmbeddingPlace.DESCRIPTION);
            }
            super.take(event, document);
            if (event == XMLStreamConstants.END_ELEMENT) {
                described = false;
                if (depth == 2 && before.isPresent() && image) {
                    back(before.get());
                }
                before = depth == 2 ? Optional.empty() : before;
                depth--;
            }
        }
    }
}
