package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.MailTokens;
import io.github.komaseconnect.mail.NoMailTokenException;
import io.github.komaseconnect.rest.TokenTrouble;
import io.github.komaseconnect.runtime.EConnectOnly;
import java.util.Optional;
import java.util.function.Supplier;

/** Tokens for mail servers that log in by OAuth 2; the way to get them is opened only when there is such a server. */
final class TokensForCheck implements MailTokens, AutoCloseable {
    private final Supplier<EConnectOnly> opening;
    private Optional<EConnectOnly> opened = Optional.empty();

    /** @param opening throws IllegalStateException when it cannot */
    TokensForCheck(Supplier<EConnectOnly> opening) {
        this.opening = opening;
    }

    @Override
    public synchronized Secret token(MailOauth2 oauth2) throws NoMailTokenException {
        try {
            if (opened.isEmpty()) {
                opened = Optional.of(opening.get());
            }
        } catch (IllegalStateException e) {
            throw new NoMailTokenException(oauth2.tokenUrl(), new TokenTrouble.OwnFile(e));
        }
        return opened.get().mailTokens().token(oauth2);
    }

    @Override
    public synchronized void drop(MailOauth2 oauth2, Secret token) {
        opened.ifPresent(way -> way.mailTokens().drop(oauth2, token));
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(EConnectOnly::close);
        opened = Optional.empty();
    }
}
