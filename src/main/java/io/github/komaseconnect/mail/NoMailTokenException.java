package io.github.komaseconnect.mail;

import io.github.komaseconnect.rest.TokenTrouble;
import jakarta.mail.MessagingException;
import java.net.URI;

/** No token to log in to the mail server with; the server got nothing. */
public final class NoMailTokenException extends MessagingException {
    private static final long serialVersionUID = 1L;
    private final transient URI tokenUrl;
    private final transient TokenTrouble trouble;

    /** @param tokenUrl who was asked */
    public NoMailTokenException(URI tokenUrl, TokenTrouble trouble) {
        super("no token for the mail server from " + tokenUrl.getHost() + ": " + TokenReasons.said(trouble));
        this.tokenUrl = tokenUrl;
        this.trouble = trouble;
    }

    /** Who was asked. */
    String tokenServer() {
        return tokenUrl.getHost();
    }

    /** Why there is none. */
    TokenTrouble trouble() {
        return trouble;
    }
}
