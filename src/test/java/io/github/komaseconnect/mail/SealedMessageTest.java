package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.IllegalWriteException;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedMessageTest {
    @TempDir
    Path folder;

    private SealedMessage message;

    @BeforeEach
    void seal() throws Exception {
        message = Samples.sealed(folder, "a@x.nl");
    }

    @Test
    void writesTheFileAsItIs() throws Exception {
        message.saveChanges();
        message.setHeader("Message-ID", message.getMessageID());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out, new String[] {"Bcc", "Content-Length"});
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(folder.resolve("mail.eml")));
    }

    @Test
    void remembersThatItsContentHasBegun() throws Exception {
        assertThat(message.getSubject()).contains("2026-0042");
        assertThat(message.getAllRecipients()).hasSize(1);
        message.saveChanges();
        assertThat(message.contentBegun()).isFalse();
        message.writeTo(new ByteArrayOutputStream());
        assertThat(message.contentBegun()).isTrue();
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> message.setHeader("Subject", "x")).isInstanceOf(IllegalWriteException.class);
        assertThatThrownBy(() -> message.addHeader("Bcc", "x")).isInstanceOf(IllegalWriteException.class);
        assertThatThrownBy(() -> message.addHeaderLine("Bcc: x")).isInstanceOf(IllegalWriteException.class);
        assertThatThrownBy(() -> message.removeHeader("To")).isInstanceOf(IllegalWriteException.class);
        assertThatThrownBy(() -> message.setText("x")).isInstanceOf(IllegalWriteException.class);
    }

    @Test
    void canBeReadLikeAnyMessage() throws Exception {
        assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(3);
        assertThat(message.contentBegun()).isFalse();
    }

    @Test
    void keepsNoFileOpen() throws Exception {
        Files.delete(folder.resolve("mail.eml"));
        assertThat(message.getMessageID()).startsWith("<delivery-17.");
    }
}
