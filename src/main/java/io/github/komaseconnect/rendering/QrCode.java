package io.github.komaseconnect.rendering;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Draws the QR code for which the layout left a place, where the facts in it make a transfer; else takes the place away. */
final class QrCode {
    private static final int PIXELS_PER_MODULE = 6;
    private static final int QUIET_MODULES = 4;

    private QrCode() {}

    /** The layout says where a code may stand, and what would be in it: a {@code table} of class {@code transfer}. */
    static void drawIn(Document xhtml) {
        NodeList images = xhtml.getElementsByTagNameNS("*", "img");
        for (int i = images.getLength() - 1; i >= 0; i--) {
            Element image = (Element) images.item(i);
            if (image.getAttribute("class").equals("code")) {
                draw(image);
            }
        }
    }

    private static void draw(Element image) {
        Optional<String> text = new Transfer(
                        taken(image, "data-name"),
                        taken(image, "data-iban"),
                        taken(image, "data-bic"),
                        taken(image, "data-amount"),
                        taken(image, "data-reference"))
                .text();
        if (text.isPresent()) {
            image.setAttribute("src", Logos.uri(png(text.get())));
        } else {
            Element place = (Element) image.getParentNode();
            place.getParentNode().removeChild(place);
        }
    }

    private static String taken(Element image, String name) {
        String value = image.getAttribute(name);
        image.removeAttribute(name);
        return value;
    }

    /** Error correction M, as EPC069-12 asks. */
    static byte[] png(String text) {
        try {
            ByteMatrix modules = Encoder.encode(
                            text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            int size = (modules.getWidth() + 2 * QUIET_MODULES) * PIXELS_PER_MODULE;
            BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    picture.getRaster().setSample(x, y, 0, isDark(modules, x, y) ? 0 : 255);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(picture, "png", stream);
            }
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDark(ByteMatrix modules, int x, int y) {
        int column = x / PIXELS_PER_MODULE - QUIET_MODULES;
        int row = y / PIXELS_PER_MODULE - QUIET_MODULES;
        boolean inside = column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
        return inside && modules.get(column, row) == 1;
    }
}
