package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class SafeXmlTest {
    private static final String LATIN = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\u00e9</a>";

    /** As a resource in a jar is read: it cannot go back. */
    private static InputStream withoutMark(byte[] content) {
        return new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public boolean markSupported() {
                return false;
            }

            @Override
            public synchronized void mark(int limit) {
                // nothing is remembered
            }

            @Override
            public synchronized void reset() throws IOException {
                throw new IOException("mark/reset not supported");
            }
        };
    }

    @Test
    void readsWhatCannotGoBack() throws IOException, XMLStreamException {
        try (XmlDocument document = new SafeXml().open(withoutMark(LATIN.getBytes(StandardCharsets.ISO_8859_1)))) {
            XMLStreamReader reader = document.events();
            reader.nextTag();
            assertThat(reader.getElementText()).isEqualTo("\u00e9");
        }
    }
}
