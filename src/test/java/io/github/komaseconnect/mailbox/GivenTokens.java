package io.github.komaseconnect.mailbox;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.mail.MailTokens;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives these tokens: the next one when one was dropped, and the last one again and again. */
public final class GivenTokens implements MailTokens {
    /** Whose tokens they are. */
    public static final MailOauth2 CLIENT = new MailOauth2(
            URI.create("https://login.example/token"),
            "app",
            new Secret("cl1ent-geheim"),
            "https://mail.example/.default");

    private final Deque<String> tokens;
    private final List<String> dropped = new ArrayList<>();

    public GivenTokens(String... tokens) {
        this.tokens = new ArrayDeque<>(List.of(tokens));
    }

    /** For servers without OAuth 2: to be asked is a fault. */
    public static GivenTokens none() {
        return new GivenTokens();
    }

    /** Those that did not do. */
    public List<String> dropped() {
        return dropped;
    }

    @Override
    public Secret token(MailOauth2 oauth2) {
        if (tokens.isEmpty()) {
            throw new AssertionError("no token is needed");
        }
        return new Secret(tokens.peek());
    }

    @Override
    public void drop(MailOauth2 oauth2, Secret token) {
        dropped.add(token.value());
        if (tokens.size() > 1) {
            tokens.remove();
        }
    }
}
