package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.benchmark.Options.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The options of a contender's JVM: those with which the distribution starts the program. */
public final class JvmOptions {
    private JvmOptions() {}

    /** The same for all. */
    public static List<String> usual() {
        return List.of("-Xmx256m", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED");
    }

    /** The same, and a recording in that file when one was asked for. */
    public static List<String> profiled(Options options, Path recording) {
        return options.profile() == Profile.OFF
                ? usual()
                : Stream.concat(
                                usual().stream(),
                                Stream.of("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                                        + recording))
                        .toList();
    }
}
