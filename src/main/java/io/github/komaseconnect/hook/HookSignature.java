package io.github.komaseconnect.hook;

import io.github.komaseconnect.configuration.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a hook: {@code sha256=} and the HMAC-SHA256 of the body as it came, in lower-case hexadecimal digits. */
public final class HookSignature {
    /** The header that it comes in. */
    public static final String HEADER = "X-EConnect-Signature";

    private static final String PREFIX = "sha256=";
    private static final String HMAC = "HmacSHA256";

    private HookSignature() {}

    /** What eConnect would send in the header. */
    public static String of(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), HMAC));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** Whether the header is right; takes as long for one that is nearly right as for any other. */
    static boolean isRight(Secret secret, byte[] body, String header) {
        return MessageDigest.isEqual(
                of(secret, body).getBytes(StandardCharsets.UTF_8),
                header.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** What a repeat has in common with the first, hashed: all but the moment at which it was sent. */
    static String same(HookMessage message) {
        String created = message.createdOn().map(Object::toString).orElse("");
        Stream<String> details = new TreeMap<>(message.details())
                .entrySet().stream().flatMap(detail -> Stream.of(detail.getKey(), detail.getValue()));
        List<String> all = Stream.concat(
                        Stream.of(
                                message.topic(),
                                message.hookId(),
                                message.partyId(),
                                message.documentId(),
                                message.message(),
                                created),
                        details)
                .map(part -> part.length() + ":" + part)
                .toList();
        return sha256(String.join("\n", all).getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of bytes, in hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
