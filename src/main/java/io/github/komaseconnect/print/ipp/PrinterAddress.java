package io.github.komaseconnect.print.ipp;

import io.github.komaseconnect.econnect.Environment;
import java.net.URI;
import java.util.Locale;

/** The address of a printer, as IPP and as HTTP know it (RFC 3510, RFC 7472): port 631 where none is given. */
record PrinterAddress(URI ipp) {
    private static final int PORT = 631;

    /** Whether nobody on the way can read what goes there: over TLS, or to this computer itself. */
    boolean isSafeForPasswords() {
        return http().getScheme().equals("https") || Environment.isLoopback(ipp.getHost());
    }

    /** Where requests are posted: http for {@code ipp}, https for {@code ipps}. */
    URI http() {
        String scheme = ipp.getScheme().toLowerCase(Locale.ROOT).equals("ipps") ? "https" : "http";
        String path = ipp.getRawPath() == null || ipp.getRawPath().isEmpty() ? "/" : ipp.getRawPath();
        int port = ipp.getPort() < 0 ? PORT : ipp.getPort();
        return URI.create(scheme + "://" + ipp.getHost() + ":" + port + path);
    }
}
