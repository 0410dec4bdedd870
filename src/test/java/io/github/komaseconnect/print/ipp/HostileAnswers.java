package io.github.komaseconnect.print.ipp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that no printer should answer with. */
final class HostileAnswers {
    /** Version 1.1, status 0xffff, request 1, and the beginning of the group of the printer's attributes. */
    private static final byte[] HEAD = {1, 1, (byte) 0xff, (byte) 0xff, 0, 0, 0, 1, 4};

    private HostileAnswers() {}

    static byte[] of(String kind) {
        return switch (kind) {
            case "deep" -> deep();
            case "endless" -> endless();
            case "short value" -> with(new byte[] {0x44, 0, 4, 'n', 'a', 'm', 'e', 0x7f, (byte) 0xff, 'x'});
            case "negative" -> with(new byte[] {0x44, (byte) 0xff, (byte) 0xff, 'n', (byte) 0xff, (byte) 0xff});
            default -> kind.isEmpty() ? new byte[] {0} : kind.getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static byte[] with(byte[] more) {
        byte[] all = Arrays.copyOf(HEAD, HEAD.length + more.length);
        System.arraycopy(more, 0, all, HEAD.length, more.length);
        return all;
    }

    /** Collections in collections, as deep as an answer may be long. */
    private static byte[] deep() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x34, 0, 1, 'c', 0, 0});
        for (int level = 0; level < 40_000; level++) {
            bytes.writeBytes(new byte[] {0x4a, 0, 0, 0, 1, 'm', 0x34, 0, 0, 0, 0});
        }
        return with(bytes.toByteArray());
    }

    /** More than any printer has to say. */
    private static byte[] endless() {
        byte[] value = new byte[2_000];
        Arrays.fill(value, (byte) 'x');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int number = 0; number < 1_000; number++) {
            bytes.writeBytes(new byte[] {0x44, 0, 4, 'n', 'a', 'm', 'e', 7, (byte) 0xd0});
            bytes.writeBytes(value);
        }
        return with(bytes.toByteArray());
    }
}
