package io.github.komaseconnect.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.invoice.XmlDocument;
import io.github.komaseconnect.relation.Language;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.TransformerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Makes a PDF of a UBL invoice or credit note, for a customer whose invoice comes without one. Nothing is fetched from
 * the network or from disk while rendering. One rendering at a time, so that its memory does not add up; safe for use by
 * several threads. The first rendering in a language compiles its layout, which takes some tenths of a second.
 */
public final class InvoicePdf {
    /**
     * Measured with lines of some 15 details each, on Java 17: 2,000 fit into a heap of 160 MB and 3,500 do not; alone in
     * 256 MB even 5,000 did, but the rest of the program needs room too.
     */
    static final int MAX_LINES = 2000;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(InvoicePdf.class);
    private static final String FONT = "Liberation Sans";

    private final SafeXml xml;
    private final UblReader reader;
    private final Layout layout = new Layout();
    private final ReentrantLock one = new ReentrantLock(true);

    /** @param xml how XML is read */
    public InvoicePdf(SafeXml xml) {
        this.xml = xml;
        this.reader = new UblReader(xml);
        XRLog.setLoggerImpl(new RenderingLog());
    }

    /**
     * Renders a document.
     *
     * @param ubl a UBL invoice or credit note
     * @param language of labels, numbers and dates; the texts of the document stay as they are
     * @param target appears only when the whole PDF is in it; an existing file is replaced; its folder must exist
     * @throws IOException when reading or writing fails for a cause outside the document
     */
    public PdfRendering render(Path ubl, Language language, Path target) throws IOException {
        UblReading reading = reader.read(ubl);
        if (reading instanceof UblReading.NotUsable unusable) {
            return new PdfRendering.CannotRender(unusable.reason());
        }
        if (reading instanceof UblReading.OtherDocument other) {
            return new PdfRendering.CannotRender(other.reason());
        }
        if (!entered()) {
            throw new IOException("other renderings took longer than " + LONGEST_WAIT.toMinutes() + " minutes");
        }
        try (XmlDocument document = xml.open(ubl)) {
            Document xhtml = layout.xhtml(document, language, MAX_LINES);
            SureFile.write(target, out -> {
                PdfRendererBuilder pdf = builder();
                pdf.withW3cDocument(xhtml, null);
                pdf.toStream(out);
                pdf.run();
            });
            return new PdfRendering.Rendered(target);
        } catch (TooMuchToRender tooMuch) {
            return new PdfRendering.CannotRender(RenderingReasons.tooMuch(ubl, tooMuch, MAX_LINES));
        } catch (XMLStreamException | SAXException | TransformerException | RuntimeException failure) {
            LOG.error("Cannot render {}", ubl, failure);
            return new PdfRendering.CannotRender(RenderingReasons.failed(ubl));
        } finally {
            one.unlock();
        }
    }

    private boolean entered() throws IOException {
        try {
            return one.tryLock(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for another rendering");
        }
    }

    private static PdfRendererBuilder builder() {
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        pdf.useUriResolver((base, uri) -> null);
        pdf.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        pdf.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        pdf.useFont(() -> font("LiberationSans-Regular.ttf"), FONT, 400, FontStyle.NORMAL, true);
        pdf.useFont(() -> font("LiberationSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
        // PDF/A also keeps the libraries from looking for fonts on this machine: only embedded fonts are allowed
        pdf.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        pdf.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        pdf.withProducer("komas-econnect");
        return pdf;
    }

    private static InputStream font(String name) {
        return InvoicePdf.class.getResourceAsStream("/rendering/fonts/" + name);
    }
}
