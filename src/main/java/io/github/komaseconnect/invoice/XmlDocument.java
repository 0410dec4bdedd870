package io.github.komaseconnect.invoice;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** An XML file opened by {@link SafeXml}, read event by event from its beginning. Not for several threads at a time. */
public final class XmlDocument implements Closeable {
    private final XMLStreamReader2 events;
    private final Closeable file;
    private final TextFlaws flaws;

    XmlDocument(XMLStreamReader2 events, Closeable file, TextFlaws flaws) {
        this.events = events;
        this.file = file;
        this.flaws = flaws;
    }

    /** What was wrong with the characters read so far; nothing unless {@link SafeXml#ofArrivals} reads. */
    public TextFlaws flaws() {
        return flaws;
    }

    /**
     * The events of the document. Its {@code next()} throws {@link DoctypeForbidden} at a DOCTYPE, before anything in
     * it is looked at. Text comes in pieces of some thousands of characters, whatever its length, and costs nothing
     * when it is not asked for; ask for it through {@link #appendText} or {@link #text}.
     */
    public XMLStreamReader2 events() {
        return events;
    }

    /**
     * Appends the text of the current event, as far as the target stays within a length.
     *
     * @param limit number of characters that the target may hold; the rest of the text is left out
     * @throws XMLStreamException when the text itself turns out to be ill-formed or in a wrong encoding
     */
    public void appendText(StringBuilder target, int limit) throws XMLStreamException {
        try {
            char[] characters = events.getTextCharacters();
            int length = Math.min(events.getTextLength(), limit - target.length());
            target.append(characters, events.getTextStart(), Math.max(0, length));
        } catch (WstxLazyException late) {
            throw checked(late);
        }
    }

    /**
     * The text of the current event, a piece of bounded length.
     *
     * @throws XMLStreamException as {@link #appendText}
     */
    public String text() throws XMLStreamException {
        try {
            return events.getText();
        } catch (WstxLazyException late) {
            throw checked(late);
        }
    }

    /**
     * The characters of the current event without a copy being made: from {@code events().getTextStart()} on, as many as
     * {@code events().getTextLength()}. They hold until the next event.
     *
     * @throws XMLStreamException as {@link #appendText}
     */
    char[] textCharacters() throws XMLStreamException {
        try {
            return events.getTextCharacters();
        } catch (WstxLazyException late) {
            throw checked(late);
        }
    }

    /** Text is parsed when it is asked for, by methods that cannot throw the checked exception. */
    private static XMLStreamException checked(WstxLazyException late) {
        if (late.getCause() instanceof XMLStreamException cause) {
            return cause;
        }
        throw late;
    }

    @Override
    public void close() throws IOException {
        try {
            events.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            file.close();
        }
    }
}
