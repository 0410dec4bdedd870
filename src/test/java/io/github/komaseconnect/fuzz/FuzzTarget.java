package io.github.komaseconnect.fuzz;

import io.github.komaseconnect.configuration.ConfigurationFuzz;
import io.github.komaseconnect.invoice.UblFuzz;
import io.github.komaseconnect.mail.MailTextFuzz;
import io.github.komaseconnect.platform.AnswerFuzz;
import io.github.komaseconnect.relation.IdentifierFuzz;
import io.github.komaseconnect.relation.RelationFuzz;
import io.github.komaseconnect.sales.NameFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that parses what others wrote, as Jazzer drives it. */
enum FuzzTarget {
    UBL(UblFuzz.class, UblFuzz::fuzzerTestOneInput, UblFuzz::seeds),
    RELATIONS(RelationFuzz.class, RelationFuzz::fuzzerTestOneInput, RelationFuzz::seeds),
    IDENTIFIERS(IdentifierFuzz.class, IdentifierFuzz::fuzzerTestOneInput, IdentifierFuzz::seeds),
    ANSWERS(AnswerFuzz.class, AnswerFuzz::fuzzerTestOneInput, AnswerFuzz::seeds),
    CONFIGURATION(ConfigurationFuzz.class, ConfigurationFuzz::fuzzerTestOneInput, ConfigurationFuzz::seeds),
    MAIL(MailTextFuzz.class, MailTextFuzz::fuzzerTestOneInput, MailTextFuzz::seeds),
    NAMES(NameFuzz.class, NameFuzz::fuzzerTestOneInput, NameFuzz::seeds);

    private final Class<?> type;
    private final Body body;
    private final Supplier<Stream<byte[]>> samples;

    FuzzTarget(Class<?> type, Body body, Supplier<Stream<byte[]>> samples) {
        this.type = type;
        this.body = body;
        this.samples = samples;
    }

    /** What is done with one input. */
    interface Body {
        void with(byte[] input) throws Exception;
    }

    String className() {
        return type.getName();
    }

    void run(byte[] input) throws Exception {
        body.with(input);
    }

    /** Samples of the project, and what fuzzing found once, kept in {@code src/test/resources/fuzz/<target>/}. */
    List<byte[]> seeds() {
        return Stream.concat(samples.get(), findings().stream()).toList();
    }

    private List<byte[]> findings() {
        URL folder = FuzzTarget.class.getResource("/fuzz/" + name().toLowerCase(Locale.ROOT));
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().map(FuzzTarget::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
