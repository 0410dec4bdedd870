package io.github.komaseconnect.company;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class TestLogo {
    private TestLogo() {}

    /** A PNG with transparency. */
    public static Path png(Path folder, int width, int height) throws IOException {
        return write(folder.resolve("logo.png"), "png", width, height, BufferedImage.TYPE_INT_ARGB);
    }

    public static Path jpeg(Path folder, int width, int height) throws IOException {
        return write(folder.resolve("logo.jpg"), "jpeg", width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static Path write(Path file, String format, int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.MAGENTA);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(image, format, out);
        }
        return file;
    }
}
