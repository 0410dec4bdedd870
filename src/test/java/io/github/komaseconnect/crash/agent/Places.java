package io.github.komaseconnect.crash.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Names for files of a home that are the same in every run: folder and kind, without numbers, dates and marks. */
public final class Places {
    private static final String NOT_OURS = "";
    /** Hexadecimal digits, of which some are letters: in the name of what is printed, and of a work file of a call. */
    private static final Pattern MARK = Pattern.compile("\\b(ke(?=[0-9a-f]{12}\\b)|econnect-)[0-9a-f]+\\b");

    private final Path home;

    Places(String home) {
        this.home = Path.of(home);
    }

    /** Empty for what is not in the home, or is no invoice's business: the log, and the trial files of a health check. */
    String of(Object path) {
        Path file = asPath(path);
        if (!file.startsWith(home) || file.equals(home)) {
            return NOT_OURS;
        }
        Path inside = home.relativize(file);
        String name = inside.getFileName().toString();
        String top = inside.getName(0).toString();
        if (top.equals("logs") || name.startsWith(".komas-econnect-")) {
            return NOT_OURS;
        }
        return folder(inside, top) + "/" + kind(top, name);
    }

    /** The place of a folder, which stands for all folders there. */
    String ofFolder(Path folder) {
        String place = of(folder.resolve("x.y"));
        return place.isEmpty() ? place : "folder in " + place.substring(0, place.lastIndexOf('/'));
    }

    /** Whether it is a folder, or a work file that is thrown away at the next start. */
    boolean isPassing(Object path) {
        Path file = asPath(path);
        return file.startsWith(home.resolve("data/tmp")) || file.toFile().isDirectory();
    }

    /** A name for a call of the PSB that is the same for every document. */
    public static String ofAddress(String method, String address) {
        String path =
                address.replaceAll("[?#].*", "").replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "#");
        String[] parts = path.split("/");
        int from = Math.max(0, parts.length - (path.contains("#") ? 3 : 2));
        return method + " " + String.join("/", List.of(parts).subList(from, parts.length));
    }

    private static Path asPath(Object path) {
        return path instanceof Path file ? file : Path.of(String.valueOf(path));
    }

    private static String folder(Path inside, String top) {
        boolean deeper = inside.getNameCount() > 2;
        if (top.equals("companies") && inside.getNameCount() > 3) {
            return inside.getName(1) + "/" + inside.getName(2);
        }
        return top.equals("data") && deeper ? top + "/" + inside.getName(1) : top;
    }

    private static String kind(String top, String name) {
        int mark = name.indexOf(".tmp-");
        String whole = name.startsWith(".") && mark > 0 ? name.substring(1, mark) : name;
        String hidden = mark > 0 ? "temporary " : name.startsWith(".claim~") ? "claimed " : "";
        int dot = whole.lastIndexOf('.');
        boolean ofPeople = top.equals("companies") && dot > 0;
        return hidden
                + (ofPeople
                        ? "*" + whole.substring(dot).toLowerCase(java.util.Locale.ROOT)
                        : MARK.matcher(whole).replaceAll("$1#").replaceAll("[0-9]+", "#"));
    }
}
