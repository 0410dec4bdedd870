package io.github.komaseconnect.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * Finds the routes: {@code *.camel.yaml} in one folder, by name. Camel's own search takes the folder as a pattern or a
 * URL, and so fails on a program below {@code C:\Program Files} or in {@code C++}.
 */
final class RouteFiles extends DefaultRoutesCollector {
    private final Path folder;
    private final String names;

    /** All routes of the folder. */
    RouteFiles(Path folder) {
        this(folder, "*.camel.yaml");
    }

    /** Those with a name like this, in which {@code *} stands for anything. */
    RouteFiles(Path folder, String names) {
        this.folder = folder;
        this.names = names;
    }

    @Override
    public Collection<Resource> findRouteResourcesFromDirectory(
            CamelContext camelContext, String excludePattern, String includePattern) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> routes = Files.newDirectoryStream(folder, names)) {
            routes.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return files.stream().sorted().map(RouteFiles::resource).toList();
    }

    private static Resource resource(Path file) {
        try {
            return ResourceHelper.fromBytes("file:" + file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The route " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
