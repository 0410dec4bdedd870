package io.github.komaseconnect.company;

import io.github.komaseconnect.reason.Reason;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The picture file of a company's logo, of bounded size, taken for what its content is and not for what its name says. */
public final class LogoFile {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_PIXELS = 2000;

    private LogoFile() {}

    /** Why a file cannot be the logo, to follow the name of the setting; empty when it can. */
    public static Optional<Reason> fault(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of(reason("bestaat niet als bestand: " + file, "is no file that exists: " + file));
        }
        try {
            png(file);
            return Optional.empty();
        } catch (NotALogo no) {
            return Optional.of(no.reason);
        } catch (IOException unreadable) {
            return Optional.of(reason("is niet te lezen: " + file, "cannot be read: " + file));
        }
    }

    /**
     * The picture as a PNG in sRGB, whatever it was: other colour spaces and what else a file may carry have no place in an
     * invoice.
     *
     * @throws IOException when it cannot be read, or {@link #fault} would refuse it
     */
    public static byte[] png(Path file) throws IOException {
        byte[] bytes = bytes(file);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format(bytes, file));
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_PIXELS || height > MOST_PIXELS) {
                throw new NotALogo(reason(
                        "is " + width + " bij " + height + " beeldpunten; hoogstens " + MOST_PIXELS + " bij "
                                + MOST_PIXELS + " kan: " + file,
                        "has " + width + " by " + height + " pixels; at most " + MOST_PIXELS + " by " + MOST_PIXELS
                                + " will do: " + file));
            }
            return encoded(reader.read(0));
        } catch (NotALogo no) {
            throw no;
        } catch (IOException | RuntimeException broken) {
            // the JDK's readers answer some broken files with unchecked exceptions
            throw new NotALogo(reason(
                    "is een beschadigde of ongewone afbeelding (bijvoorbeeld CMYK); bewaar het logo als PNG: " + file,
                    "is a damaged or unusual picture (CMYK, for instance); save the logo as PNG: " + file));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NotALogo(reason("is groter dan 1 MB: " + file, "is larger than 1 MB: " + file));
            }
            return bytes;
        }
    }

    private static String format(byte[] bytes, Path file) throws NotALogo {
        if (bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return "png";
        }
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return "jpeg";
        }
        throw new NotALogo(reason("is geen PNG- of JPEG-bestand: " + file, "is no PNG or JPEG file: " + file));
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(plain, "png", stream);
        }
        return out.toByteArray();
    }

    private static Reason reason(String dutch, String english) {
        return Reason.of("company.logo", dutch, english);
    }

    private static final class NotALogo extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;

        NotALogo(Reason reason) {
            super(reason.english());
            this.reason = reason;
        }
    }
}
