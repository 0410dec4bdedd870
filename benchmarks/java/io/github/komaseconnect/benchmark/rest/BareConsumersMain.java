package io.github.komaseconnect.benchmark.rest;

import io.github.komaseconnect.benchmark.Conversation;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.main.Main;

/** The floor of resting: camel-main with a file consumer for each folder. */
public final class BareConsumersMain {
    private BareConsumersMain() {}

    /** Arguments: route file, interval in milliseconds, and then the folders. */
    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.put("bench.interval", arguments[1]);
        for (int n = 2; n < arguments.length; n++) {
            String prefix = "camel.route-template[watch-" + n + "].";
            properties.put(prefix + "template-id", "watch-folder");
            properties.put(prefix + "folder", arguments[n]);
        }
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setRoutesIncludePattern("file:" + arguments[0]);
        main.configure().setAutoConfigurationLogSummary(false);
        main.configure().setJmxEnabled(false);
        main.setInitialProperties(properties);
        main.start();
        Conversation.hold(Map.of());
        main.stop();
    }
}
