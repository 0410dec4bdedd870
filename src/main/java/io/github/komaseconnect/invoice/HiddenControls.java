package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A quick look for control characters from U+0080 to U+009F in a document in UTF-8. */
final class HiddenControls {
    private HiddenControls() {}

    /** Whether any is there, or may be by a reference. */
    static boolean mayBeIn(Path file) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int before = 0;
        try (InputStream in = SafeXml.bytes(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    int b = buffer[i] & 0xFF;
                    if (before == 0xC2 && ControlSigns.isHidden(b) || before == '&' && b == '#') {
                        return true;
                    }
                    before = b;
                }
            }
        }
        return false;
    }
}
