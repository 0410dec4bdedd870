package io.github.komaseconnect.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the file out of a {@code multipart/form-data} body, in one run and without copying it. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"([^\"]+)\"");
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private Multipart() {}

    /** A file with the name that the client gave it. */
    record FilePart(String fileName, Content content) {}

    /** The one part, which must be called {@code file} and have a filename. */
    static FilePart file(HttpRequest request) throws PsbRefusal {
        String type = request.header("content-type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw PsbRefusal.wrongType("multipart/form-data");
        }
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw PsbRefusal.invalid("The Content-Type has no boundary.");
        }
        String text = Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
        List<Long> places = places(request.body(), ("--" + text).getBytes(StandardCharsets.US_ASCII));
        if (places.size() != 2 || places.get(0) != 0) {
            throw PsbRefusal.invalid("The body must have exactly one part, named file.");
        }
        long start = places.get(0) + text.length() + 2;
        return part(request.body().slice(start, places.get(1)));
    }

    private static FilePart part(Content part) throws PsbRefusal {
        String start =
                new String(part.slice(0, Math.min(LONGEST_HEAD, part.size())).bytes(), StandardCharsets.ISO_8859_1);
        int end = start.indexOf(END_OF_HEAD);
        String disposition = start.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .orElse("");
        Matcher name = NAME.matcher(disposition);
        if (end < 0
                || !disposition.contains("form-data")
                || !name.find()
                || !name.group(1).equals("file")) {
            throw PsbRefusal.invalid("The body must have exactly one part, named file.");
        }
        Matcher fileName = FILE_NAME.matcher(disposition);
        if (!fileName.find()) {
            throw PsbRefusal.invalid("The part file has no filename.");
        }
        int from = end + END_OF_HEAD.length();
        long to = Math.max(from, part.size() - 2);
        return new FilePart(fileName.group(1), part.slice(from, to));
    }

    /** Where the boundary stands at the start of a line; the last place must be its closing form. */
    private static List<Long> places(Content body, byte[] boundary) throws PsbRefusal {
        List<Long> found = new ArrayList<>();
        try (InputStream in = body.open()) {
            long position = 0;
            int matched = 0;
            boolean lineStart = true;
            int previous = -1;
            for (int c = in.read(); c >= 0; c = in.read()) {
                boolean candidate = matched > 0 || lineStart;
                matched = candidate && c == boundary[matched] ? matched + 1 : 0;
                position++;
                if (matched == boundary.length) {
                    found.add(position - boundary.length);
                    matched = 0;
                }
                lineStart = previous == '\r' && c == '\n';
                previous = c;
            }
            if (found.isEmpty() || !endsThere(body, found.get(found.size() - 1) + boundary.length)) {
                throw PsbRefusal.invalid("The multipart body does not end with its boundary.");
            }
        } catch (IOException e) {
            throw PsbRefusal.invalid("The body cannot be read.");
        }
        return found;
    }

    private static boolean endsThere(Content body, long place) {
        return place + 2 <= body.size() && body.slice(place, place + 2).text().equals("--");
    }
}
