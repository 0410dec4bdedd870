package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {
    @TempDir
    Path folder;

    @Test
    void findsTheRoutesByNameWhateverTheFolderIsCalled() throws Exception {
        Path routes = Files.createDirectories(folder.resolve("C++ (100%) [1], {a} 20% of %20"));
        Files.writeString(routes.resolve("2-b.camel.yaml"), "second");
        Files.writeString(routes.resolve("1-a.camel.yaml"), "first");
        Files.writeString(routes.resolve("1-a.camel.yaml.bak"), "old");
        Files.writeString(routes.resolve("readme.txt"), "text");

        Collection<Resource> found = find(routes);

        assertThat(found)
                .extracting(Resource::getLocation)
                .containsExactly(
                        "file:" + routes.resolve("1-a.camel.yaml"), "file:" + routes.resolve("2-b.camel.yaml"));
        assertThat(found.iterator().next().getInputStream()).hasBinaryContent("first".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhichFolderCannotBeRead() {
        assertThatThrownBy(() -> find(folder.resolve("gone"))).hasMessageContaining("gone");
    }

    private static Collection<Resource> find(Path routes) {
        return new RouteFiles(routes).findRouteResourcesFromDirectory(new DefaultCamelContext(), "", "");
    }
}
