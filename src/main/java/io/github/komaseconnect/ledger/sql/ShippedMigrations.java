package io.github.komaseconnect.ledger.sql;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import javax.sql.DataSource;

/**
 * The scripts of this program's migrations, by their names. At nearly every start a ledger has just these, and then Flyway,
 * which takes a noticeable part of the time of a start, need not be woken to find that there is nothing to do.
 */
final class ShippedMigrations {
    private static final String SQL = ".sql";

    private final ClassLoader loader;
    private final List<String> locations;

    /** Those in these folders of the class path that {@code loader} has. */
    ShippedMigrations(ClassLoader loader, List<String> locations) {
        this.loader = loader;
        this.locations = List.copyOf(locations);
    }

    /**
     * Whether the database has all of these, each carried out with success, and no others. What is not certain is not so:
     * Flyway then finds out what there is to do or to tell.
     *
     * @param table in which Flyway keeps what it did
     */
    boolean areAllIn(DataSource database, String table) {
        Set<String> applied = new HashSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT script, success FROM " + table)) {
            while (rows.next()) {
                if (!rows.getBoolean("success")) {
                    return false;
                }
                applied.add(rows.getString("script"));
            }
            return !applied.isEmpty() && applied.equals(scripts());
        } catch (SQLException | IOException unknown) {
            return false;
        }
    }

    /** Their file names; none where it cannot be told what is on the class path. */
    Set<String> scripts() throws IOException {
        Set<String> scripts = new HashSet<>();
        for (String location : locations) {
            for (URL folder : Collections.list(loader.getResources(location))) {
                scripts.addAll(
                        switch (folder.getProtocol()) {
                            case "file" -> inFolder(folder);
                            case "jar" -> inJar(folder, location + "/");
                            default -> Set.of();
                        });
            }
        }
        return scripts;
    }

    private static Set<String> inFolder(URL folder) throws IOException {
        Set<String> names = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.toURI()), "*" + SQL)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (URISyntaxException e) {
            throw new IOException("no folder: " + folder, e);
        }
    }

    private static Set<String> inJar(URL folder, String prefix) throws IOException {
        JarURLConnection connection = (JarURLConnection) folder.openConnection();
        connection.setUseCaches(false);
        Set<String> names = new HashSet<>();
        try (JarFile jar = connection.getJarFile()) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(SQL))
                    .forEach(name -> names.add(name.substring(prefix.length())));
        }
        return names;
    }
}
