package io.github.komaseconnect.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The certificate of GreenMail's servers, for {@code localhost}: it takes one for all servers of a JVM, so all tests share it. */
public final class GreenMailTls {
    private static final TestTls ONE = make();

    private GreenMailTls() {}

    /** That certificate; ask for it before a server is started. */
    public static TestTls certificate() {
        return ONE;
    }

    private static TestTls make() {
        try {
            Path folder = Files.createTempDirectory("greenmail");
            folder.toFile().deleteOnExit();
            TestTls tls = new TestTls(folder, "dns:localhost");
            tls.store().toFile().deleteOnExit();
            System.setProperty("greenmail.tls.keystore.file", tls.store().toString());
            System.setProperty("greenmail.tls.keystore.password", tls.password());
            System.setProperty("greenmail.tls.key.password", tls.password());
            return tls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
