package io.github.komaseconnect.print.ipp;

import io.github.komaseconnect.configuration.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * As whom one logs in at a printer, by HTTP Basic (RFC 7617).
 *
 * @param user without a colon
 */
public record PrinterLogin(String user, Secret password) {
    String authorization() {
        byte[] both = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
