package io.github.komaseconnect.configuration;

import java.io.File;
import java.util.regex.Pattern;

/** How paths are written on an operating system; turns what people type into what the system understands. */
public enum PathStyle {
    /** {@code C:\Komas\export}, {@code \\server\share}. */
    WINDOWS {
        @Override
        public String normalise(String typed) {
            String path = unquoted(typed).replace('/', '\\');
            boolean share = path.startsWith("\\\\");
            path = path.replaceAll("\\\\+", "\\\\");
            path = DRIVE_ROOT.matcher(path).matches() || path.length() == 1 ? path : withoutTrailing(path, '\\');
            return share ? "\\" + path : path;
        }
    },
    /** {@code /srv/komas/export}. */
    POSIX {
        @Override
        public String normalise(String typed) {
            String path = unquoted(typed).replace('\\', '/').replaceAll("/+", "/");
            return path.length() == 1 ? path : withoutTrailing(path, '/');
        }
    };

    private static final Pattern DRIVE_ROOT = Pattern.compile("[A-Za-z]:\\\\");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern DRIVE_WITHOUT_ROOT = Pattern.compile("[A-Za-z]:([^\\\\/].*)?");

    /**
     * The path as typed, as this system wants it: slashes turned to its own kind, doubled ones made single (those in
     * front of a Windows share stay two), a trailing one and quotes around it dropped.
     */
    public abstract String normalise(String typed);

    /** The style of the computer this runs on. */
    public static PathStyle ofThisComputer() {
        return File.separatorChar == '\\' ? WINDOWS : POSIX;
    }

    /** Whether it can only mean a place on Windows: a drive letter or a share. */
    static boolean meansWindows(String typed) {
        String path = unquoted(typed);
        return DRIVE.matcher(path).matches() || path.startsWith("\\\\");
    }

    /** Whether it is {@code C:folder}, which Windows takes as relative to whatever folder is current on that drive. */
    static boolean lacksRoot(String typed) {
        return DRIVE_WITHOUT_ROOT.matcher(unquoted(typed)).matches();
    }

    private static String unquoted(String typed) {
        String path = typed.strip();
        boolean quoted = path.length() > 1 && path.startsWith("\"") && path.endsWith("\"");
        return quoted ? path.substring(1, path.length() - 1).strip() : path;
    }

    private static String withoutTrailing(String path, char separator) {
        return !path.isEmpty() && path.charAt(path.length() - 1) == separator
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
