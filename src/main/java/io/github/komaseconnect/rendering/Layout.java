package io.github.komaseconnect.rendering;

import io.github.komaseconnect.company.Branding;
import io.github.komaseconnect.invoice.XmlDocument;
import io.github.komaseconnect.relation.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.URIResolver;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The layout of an invoice as XHTML with its style, in each language: the stylesheets in {@code /rendering}. The
 * transformation can read nothing but its own stylesheets.
 */
final class Layout {
    private static final String FOLDER = "/rendering/";

    private final SAXTransformerFactory factory;
    private final DocumentBuilderFactory documents;
    private final Map<Language, Templates> templates = new EnumMap<>(Language.class);
    private final String css;

    Layout() {
        try {
            // the JDK's own processor, whatever else is on the class path: its limits and its switches are known
            factory = (SAXTransformerFactory) TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            documents = DocumentBuilderFactory.newDefaultNSInstance();
            css = new String(read("invoice.css"), StandardCharsets.UTF_8);
        } catch (IOException | TransformerException e) {
            throw broken(e);
        }
    }

    /**
     * The invoice as XHTML.
     *
     * @param logo as a data URI; empty for none
     */
    Document xhtml(XmlDocument ubl, Look look, String logo, int maxLines)
            throws XMLStreamException, SAXException, TransformerConfigurationException {
        Document xhtml = emptyDocument();
        TransformerHandler handler = handler(look.language());
        handler.getTransformer()
                .setParameter(
                        "css",
                        css.replace(Branding.USUAL_COLOUR, look.branding().colour()));
        handler.getTransformer().setParameter("logo", logo);
        handler.setResult(new DOMResult(xhtml));
        new UblEvents(handler, maxLines).feed(ubl);
        return xhtml;
    }

    /** Factories are not safe for several threads. */
    private synchronized TransformerHandler handler(Language language) throws TransformerConfigurationException {
        return factory.newTransformerHandler(templates.computeIfAbsent(language, this::compile));
    }

    private synchronized Document emptyDocument() {
        try {
            return documents.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes some tenths of a second: a program that has no invoice to render should not wait for it at its start. */
    private Templates compile(Language language) {
        try {
            factory.setURIResolver(stylesheetsOf(language));
            return factory.newTemplates(source("invoice.xsl"));
        } catch (IOException | TransformerException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(Exception e) {
        return new IllegalStateException("the layout of invoices in this program is broken", e);
    }

    private static URIResolver stylesheetsOf(Language language) {
        return (href, base) -> {
            String name =
                    href.equals("labels.xsl") ? "labels-" + language.name().toLowerCase(Locale.ROOT) + ".xsl" : href;
            try {
                return source(name);
            } catch (IOException e) {
                throw new TransformerException("no such stylesheet: " + name, e);
            }
        };
    }

    private static Source source(String name) throws IOException {
        return new StreamSource(new java.io.ByteArrayInputStream(read(name)), name);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Layout.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("missing in this program: " + FOLDER + name);
            }
            return in.readAllBytes();
        }
    }
}
