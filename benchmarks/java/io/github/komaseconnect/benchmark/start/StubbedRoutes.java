package io.github.komaseconnect.benchmark.start;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program's route files with other beans in them: the same routes, steps and components, and every call of a bean is
 * one of {@link StubBean}.
 *
 * @param folder in which they are
 * @param beans the names that they use
 */
record StubbedRoutes(Path folder, Set<String> beans) {
    private static final Pattern CALL = Pattern.compile("(ref: )([A-Za-z]\\w*)(\\R\\s*method: )(\\w+)[^\\r\\n]*");
    private static final Pattern REFERENCE = Pattern.compile("(?m)ref: ([A-Za-z]\\w*)\\s*$");

    static StubbedRoutes make(Path routes, Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<String> beans = new TreeSet<>();
        for (Path file : files(routes)) {
            String text = Files.readString(file);
            REFERENCE.matcher(text).results().forEach(reference -> beans.add(reference.group(1)));
            Files.writeString(
                    folder.resolve(file.getFileName()), CALL.matcher(text).replaceAll(StubbedRoutes::stubbed));
        }
        return new StubbedRoutes(folder, beans);
    }

    /** Copies the route files as they are. */
    static void copy(Path routes, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files(routes)) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path routes) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(routes, "*.camel.yaml")) {
            found.forEach(files::add);
        }
        return files;
    }

    private static String stubbed(java.util.regex.MatchResult call) {
        return Matcher.quoteReplacement(
                call.group(1) + call.group(2) + call.group(3) + stub(call.group(2), call.group(4)));
    }

    private static String stub(String bean, String method) {
        if (bean.equals("companyLife") && method.equals("goRound")) {
            return "companyComesInHand";
        }
        return bean.equals("purchaseInbox") && method.equals("list") ? "firstCall" : "nothing";
    }
}
