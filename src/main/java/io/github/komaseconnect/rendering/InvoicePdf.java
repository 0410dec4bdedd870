package io.github.komaseconnect.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.github.komaseconnect.folder.SafeName;
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
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Makes a PDF/A-3u of a UBL invoice or credit note, with the UBL in it, for a customer whose invoice comes without one. Nothing is fetched from
 * the network or from disk while rendering. One rendering at a time, so that its memory does not add up; safe for use by
 * several threads. The first rendering in a language compiles its layout, which takes some tenths of a second.
 */
public final class InvoicePdf {
    /**
     * Measured on Java 17: 8,000 lines of 14 elements each fit into a heap of 160 MB, and so do 2,000 of 59; the rest of the
     * program needs the rest of 256 MB. What is in the lines is bounded by {@link UblEvents#MOST_ELEMENTS}.
     */
    static final int MAX_LINES = 5000;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(InvoicePdf.class);
    private static final String FONT = "Liberation Sans";

    private final SafeXml xml;
    private final UblReader reader;
    private final Layout layout = new Layout();
    private final Logos logos = new Logos();
    private final ReentrantLock one = new ReentrantLock(true);

    /** @param xml how XML is read */
    public InvoicePdf(SafeXml xml) {
        this.xml = xml;
        this.reader = new UblReader(xml);
        XRLog.setLoggerImpl(new RenderingLog());
    }

    /** Renders a document without a logo, in the usual colour. */
    public PdfRendering render(Path ubl, Language language, Path target) throws IOException {
        return render(ubl, Look.plain(language), target);
    }

    /**
     * Renders a document.
     *
     * @param ubl a UBL invoice or credit note
     * @param look its language, and the company's logo and colour; a logo that cannot be read now is left out
     * @param target appears only when the whole PDF is in it; an existing file is replaced; its folder must exist
     * @throws IOException when reading or writing fails for a cause outside the document
     */
    public PdfRendering render(Path ubl, Look look, Path target) throws IOException {
        UblReading reading = reader.read(ubl);
        if (reading instanceof UblReading.NotUsable unusable) {
            return new PdfRendering.CannotRender(unusable.reason());
        }
        if (reading instanceof UblReading.OtherDocument other) {
            return new PdfRendering.CannotRender(other.reason());
        }
        String name = SafeName.of(((UblReading.Usable) reading).header().number()) + ".xml";
        if (!entered()) {
            throw new IOException("other renderings took longer than " + LONGEST_WAIT.toMinutes() + " minutes");
        }
        try (XmlDocument document = xml.open(ubl)) {
            Document xhtml =
                    layout.xhtml(document, look, logos.data(look.branding().logo()), MAX_LINES);
            QrCode.drawIn(xhtml);
            PdfRendererBuilder pages = builder();
            pages.withW3cDocument(xhtml, null);
            pages.toStream(OutputStream.nullOutputStream());
            write(pages, ubl, name, target);
            return new PdfRendering.Rendered(target);
        } catch (TooMuchToRender tooMuch) {
            return new PdfRendering.CannotRender(RenderingReasons.tooMuch(tooMuch, MAX_LINES));
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            // one document may not take the thread away that the others need; what it filled is free again by now
            LOG.error("Too large to render: {}", ubl, tooLarge);
            return new PdfRendering.CannotRender(RenderingReasons.tooLarge());
        } catch (XMLStreamException | SAXException | TransformerException | RuntimeException failure) {
            LOG.error("Cannot render {}", ubl, failure);
            return new PdfRendering.CannotRender(RenderingReasons.failed());
        } finally {
            one.unlock();
        }
    }

    /**
     * What writes the PDF's metadata looks up XML factories each time, in every jar that the thread's class loader sees: some
     * milliseconds for each invoice. Shown the JDK only, it finds the JDK's own at once.
     */
    private static void write(PdfRendererBuilder pages, Path ubl, String name, Path target) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PdfBoxRenderer renderer = pages.buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            EmbeddedUbl.into(pdf, ubl, name);
            SureFile.write(target, pdf::save);
        } finally {
            thread.setContextClassLoader(usual);
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
        pdf.useUriResolver((base, uri) -> isOwn(uri) ? uri : null);
        pdf.useExternalResourceAccessControl(
                (uri, type) -> isOwn(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        pdf.useExternalResourceAccessControl(
                (uri, type) -> isOwn(uri), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        pdf.useFont(() -> font("LiberationSans-Regular.ttf"), FONT, 400, FontStyle.NORMAL, true);
        pdf.useFont(() -> font("LiberationSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
        // PDF/A also keeps the libraries from looking for fonts on this machine: only embedded fonts are allowed
        pdf.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        pdf.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        pdf.withProducer("komas-econnect");
        return pdf;
    }

    /** Pictures are part of the page itself: the logo and the QR code. */
    private static boolean isOwn(String uri) {
        return uri != null && uri.startsWith("data:image/png;base64,");
    }

    private static InputStream font(String name) {
        return InvoicePdf.class.getResourceAsStream("/rendering/fonts/" + name);
    }
}
