package io.github.komaseconnect.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Files as they were named on the command line. Windows leaves it to programs what {@code *.xml} means. */
final class FileArguments {
    private final Path workingDirectory;

    /** Relative names begin in {@code workingDirectory}. */
    FileArguments(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /**
     * The files, in the order of the arguments; one that is not there stays among them.
     *
     * @throws CommandFailure when an argument can be no file at all
     */
    List<Path> files(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            int end = Math.max(argument.lastIndexOf('/'), argument.lastIndexOf(java.io.File.separatorChar)) + 1;
            String name = argument.substring(end);
            boolean pattern = name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
            List<Path> matching = pattern ? matching(path(argument.substring(0, end)), name) : List.of();
            files.addAll(matching.isEmpty() ? List.of(path(argument)) : matching);
        }
        return files;
    }

    private Path path(String argument) {
        try {
            return workingDirectory.resolve(argument);
        } catch (InvalidPathException none) {
            throw CommandFailure.usage(argument + " is geen bestand.", argument + " is not a file.");
        }
    }

    private static List<Path> matching(Path folder, String pattern) {
        List<Path> matching = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            files.forEach(matching::add);
        } catch (IOException | PatternSyntaxException nothing) {
            return List.of();
        }
        matching.sort(null);
        return matching;
    }
}
