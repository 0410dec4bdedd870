package io.github.komaseconnect.platform;

import io.github.komaseconnect.invoice.SafeXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads an answer: the one element in the body of its SOAP envelope. The whole file is read, so that half an answer is
 * noticed, but documents and files inside it are passed over.
 */
final class AnswerReader {
    private static final Set<String> PASSED_OVER = Set.of("Payload", "Contents");
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_TEXT = 4_000_000;

    private final SafeXml xml;

    AnswerReader(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * The response or Fault element.
     *
     * @throws UnusableAnswerException when the file is not a whole SOAP message of bearable size
     */
    Element read(Path answer) throws UnusableAnswerException, IOException {
        Element root;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(answer), 64 * 1024)) {
            XMLStreamReader2 reader = xml.reader(in);
            try {
                root = new Walk(reader).root();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // Woodstox throws unchecked exceptions too, out of its lazy parsing
            throw new UnusableAnswerException("it is not well-formed XML");
        }
        if (!root.name().equals("Envelope")) {
            throw new UnusableAnswerException("it is not a SOAP message");
        }
        return root.child("Body")
                .flatMap(body -> body.children().stream().findFirst())
                .orElseThrow(() -> new UnusableAnswerException("its SOAP body is empty"));
    }

    private static final class Walk {
        private final XMLStreamReader2 reader;
        private final Deque<Element.Open> open = new ArrayDeque<>();
        private int elements;
        private int characters;

        Walk(XMLStreamReader2 reader) {
            this.reader = reader;
        }

        Element root() throws XMLStreamException, UnusableAnswerException {
            Optional<Element> root = Optional.empty();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader2.START_ELEMENT -> start();
                    case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA -> text();
                    case XMLStreamReader2.END_ELEMENT -> {
                        Element closed = open.pop().close();
                        if (open.isEmpty()) {
                            root = Optional.of(closed);
                        } else {
                            open.peek().child(closed);
                        }
                    }
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
            return root.orElseThrow(() -> new UnusableAnswerException("it is empty"));
        }

        private void start() throws XMLStreamException, UnusableAnswerException {
            if (++elements > MOST_ELEMENTS) {
                throw new UnusableAnswerException("it has too many elements");
            }
            String name = reader.getLocalName();
            if (PASSED_OVER.contains(name) && !open.isEmpty()) {
                passOver();
                open.peek().child(new Element(name, "", List.of()));
            } else {
                open.push(new Element.Open(name));
            }
        }

        private void passOver() throws XMLStreamException {
            int depth = 1;
            while (depth > 0) {
                int event = reader.next();
                if (event == XMLStreamReader2.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamReader2.END_ELEMENT) {
                    depth--;
                }
            }
        }

        private void text() throws UnusableAnswerException {
            characters += reader.getTextLength();
            if (characters > MOST_TEXT) {
                throw new UnusableAnswerException("it has too much text");
            }
            if (!open.isEmpty()) {
                open.peek().text(reader.getText());
            }
        }
    }
}
