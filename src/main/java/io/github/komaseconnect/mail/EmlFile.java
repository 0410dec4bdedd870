package io.github.komaseconnect.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a message so that its file is there as a whole or not at all, also after a crash. */
final class EmlFile {
    private EmlFile() {}

    static void write(MimeMessage message, Path eml) throws IOException, MessagingException {
        Path beingWritten = eml.resolveSibling("." + eml.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                            beingWritten,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                message.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(beingWritten, eml, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beingWritten);
        }
    }
}
