package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try (XmlDocument document = xml.open(file)) {
            Canon canon = new Canon(MessageDigest.getInstance("SHA-256"));
            XMLStreamReader reader = document.events();
            while (reader.hasNext()) {
                canon.take(reader.next(), reader);
            }
            return HexFormat.of().formatHex(canon.digest.digest());
        } catch (XMLStreamException e) {
            throw new IOException("not well-formed: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Canon {
        private final MessageDigest digest;
        /** White space that matters only when other text follows within the same element. */
        private final StringBuilder blanks = new StringBuilder();

        private boolean textBegun;

        Canon(MessageDigest digest) {
            this.digest = digest;
        }

        void take(int event, XMLStreamReader reader) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    endText();
                    add("<" + reader.getNamespaceURI() + "|" + reader.getLocalName());
                    attributes(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    endText();
                    add(">");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
                default -> {
                    // comments, processing instructions and the prolog say nothing
                }
            }
        }

        private void attributes(XMLStreamReader reader) {
            TreeMap<String, String> sorted = new TreeMap<>();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String namespace = reader.getAttributeNamespace(i);
                sorted.put(
                        (namespace == null ? "" : namespace) + "|" + reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i));
            }
            sorted.forEach((name, value) -> add("@" + name + "=" + value));
        }

        private void text(String text) {
            int begin = 0;
            int end = text.length();
            if (!textBegun) {
                while (begin < end && Character.isWhitespace(text.charAt(begin))) {
                    begin++;
                }
            }
            int last = end;
            while (last > begin && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            if (last > begin) {
                add((textBegun ? blanks.toString() : "\"") + text.substring(begin, last));
                textBegun = true;
                blanks.setLength(0);
            }
            if (textBegun) {
                blanks.append(text, last, end);
            }
        }

        private void endText() {
            textBegun = false;
            blanks.setLength(0);
        }

        private void add(String part) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
        }
    }
}
