package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.WatchLimits;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code watch.*}, of the installation or of one company. */
final class WatchReader {
    private static final ValueType<Optional<Duration>> LIMIT = Measures.durationOrOff("1s", "365d");

    private WatchReader() {}

    static WatchLimits ofInstallation(Settings settings) {
        return new WatchLimits(
                settings.value("watch.refresh", LIMIT),
                settings.value("watch.silence", LIMIT),
                settings.value("watch.deliveries", LIMIT),
                settings.value("watch.held", LIMIT),
                settings.value("watch.import", LIMIT),
                settings.value("watch.print", LIMIT),
                settings.value("watch.gaps", LIMIT));
    }

    /** What a company does not set is that of the installation. */
    static WatchLimits ofCompany(Settings settings, WatchLimits common) {
        return new WatchLimits(
                settings.optional("watch.refresh", LIMIT).orElse(common.refresh()),
                settings.optional("watch.silence", LIMIT).orElse(common.silence()),
                settings.optional("watch.deliveries", LIMIT).orElse(common.deliveries()),
                settings.optional("watch.held", LIMIT).orElse(common.held()),
                settings.optional("watch.import", LIMIT).orElse(common.importFolder()),
                settings.optional("watch.print", LIMIT).orElse(common.printSpool()),
                settings.optional("watch.gaps", LIMIT).orElse(common.gaps()));
    }
}
