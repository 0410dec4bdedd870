package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.Conversation;
import io.github.komaseconnect.benchmark.SettledFiles;
import io.github.komaseconnect.benchmark.SoapClient;
import io.github.komaseconnect.benchmark.SoapText;
import io.github.komaseconnect.validation.PhiveFloor;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.main.Main;

/** Floor (a): camel-main with {@code benchmarks/routes/send.camel.yaml} and nothing else. */
public final class BareCamelMain {
    private static final String NLCIUS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0";

    private BareCamelMain() {}

    /** Arguments: URL, folder, route file, connections, interval and settle time in milliseconds, official rules. */
    public static void main(String[] arguments) throws Exception {
        URI url = URI.create(arguments[0]);
        Path folder = Path.of(arguments[1]);
        String token = new SoapClient(url).logIn();
        SettledFiles settled = new SettledFiles(Duration.ofMillis(Long.parseLong(arguments[5])));
        GenericFileFilter<File> filter =
                file -> settled.isSettled(file.getFile().toPath());

        Optional<PhiveFloor> rules = OfficialRules.valueOf(arguments[6]) == OfficialRules.ON
                ? Optional.of(new PhiveFloor("Invoice", NLCIUS))
                : Optional.empty();

        Properties properties = new Properties();
        properties.put("bench.url", url.toString());
        properties.put("bench.export", folder.resolve(Folders.EXPORT).toString());
        properties.put("bench.sent", folder.resolve(Folders.SENT).toString());
        properties.put("bench.connections", arguments[3]);
        properties.put("bench.interval", arguments[4]);

        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setRoutesIncludePattern("file:" + arguments[2]);
        main.configure().setAutoConfigurationLogSummary(false);
        main.configure().setJmxEnabled(false);
        main.setInitialProperties(properties);
        main.bind("settledFiles", filter);
        main.bind("sendMessage", (Processor) exchange -> prepare(exchange, token, rules));
        main.bind("accepted", (Processor)
                exchange -> SoapText.between(exchange.getMessage().getBody(String.class), "ExternalId"));
        main.start();
        Conversation.hold(Map.of());
        main.stop();
    }

    private static void prepare(Exchange exchange, String token, Optional<PhiveFloor> rules) throws Exception {
        byte[] document = exchange.getMessage().getBody(byte[].class);
        if (rules.isPresent() && !rules.get().apply(rules.get().tree(document))) {
            throw new IllegalStateException("the sample breaks the official rules");
        }
        exchange.getMessage().setBody(SoapText.send(token, document));
        exchange.getMessage().setHeader("SOAPAction", SoapText.action("SendDocument"));
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, SoapText.CONTENT_TYPE);
    }
}
