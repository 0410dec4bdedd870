package io.github.komaseconnect.logging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Makes known secrets unreadable in a text, as they are and as they look in a URL, in XML and in Base64, and the value of
 * {@code subscriptionKey=} and {@code password=} in any URL. Secrets of fewer than four characters are not masked:
 * they would make holes in everything. The time it takes does not grow with the number of secrets.
 */
public final class SecretMask {
    private static final String MASK = "***";
    private static final int SHORTEST = 4;
    private static final Pattern IN_URL = Pattern.compile(
            "((?:subscription-?_?key|password|client_secret|access_token)=)[^&\\s\"'<>)\\]}]+",
            Pattern.CASE_INSENSITIVE);

    private final Supplier<? extends Collection<String>> secrets;

    /** The forms of the secrets that were given last; replaced as a whole when others are given. */
    private volatile Forms forms = new Forms(List.of());

    /**
     * A mask.
     *
     * @param secrets gives what is secret at this moment; asked for every text, so it must be cheap, and must give the same
     *     object as long as nothing changed
     */
    public SecretMask(Supplier<? extends Collection<String>> secrets) {
        this.secrets = secrets;
    }

    /** The text with {@code ***} in the place of every secret. */
    public String mask(String text) {
        if (text == null || text.length() < SHORTEST) {
            return text;
        }
        Collection<String> now = secrets.get();
        Forms current = forms;
        if (current.source != now) {
            current = new Forms(now);
            forms = current;
        }
        String masked = current.mask(text);
        return masked.indexOf('=') < 0 ? masked : IN_URL.matcher(masked).replaceAll("$1" + MASK);
    }

    /** All forms of all secrets, to be found by their first four characters. */
    private static final class Forms {
        private final Collection<String> source;
        private final Map<Long, List<String>> byStart = new HashMap<>();

        Forms(Collection<String> source) {
            this.source = source;
            Set<String> all = new LinkedHashSet<>();
            for (String secret : source) {
                if (secret.length() >= SHORTEST) {
                    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
                    all.add(secret);
                    all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
                    all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
                    all.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
                    all.add(Base64.getEncoder().encodeToString(bytes));
                }
            }
            for (String form : all) {
                byStart.computeIfAbsent(start(form, 0), key -> new ArrayList<>())
                        .add(form);
            }
            // the longest first, so that a secret which begins with another one is masked as a whole
            byStart.values()
                    .forEach(list ->
                            list.sort(Comparator.comparingInt(String::length).reversed()));
        }

        String mask(String text) {
            if (byStart.isEmpty()) {
                return text;
            }
            StringBuilder masked = null;
            int copied = 0;
            int at = 0;
            while (at + SHORTEST <= text.length()) {
                int length = secretAt(text, at);
                if (length > 0) {
                    masked = masked == null ? new StringBuilder(text.length()) : masked;
                    masked.append(text, copied, at).append(MASK);
                    copied = at + length;
                    at = copied;
                } else {
                    at++;
                }
            }
            return masked == null
                    ? text
                    : masked.append(text, copied, text.length()).toString();
        }

        private int secretAt(String text, int at) {
            for (String form : byStart.getOrDefault(start(text, at), List.of())) {
                if (text.startsWith(form, at)) {
                    return form.length();
                }
            }
            return 0;
        }

        private static long start(String text, int at) {
            return (long) text.charAt(at) << 48
                    | (long) text.charAt(at + 1) << 32
                    | (long) text.charAt(at + 2) << 16
                    | text.charAt(at + 3);
        }
    }
}
