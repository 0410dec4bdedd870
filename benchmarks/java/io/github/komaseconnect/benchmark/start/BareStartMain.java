package io.github.komaseconnect.benchmark.start;

import io.github.komaseconnect.benchmark.Conversation;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.main.Main;

/** The floor of starting: camel-main with the program's own routes, in which every bean is a {@link StubBean}. */
public final class BareStartMain {
    private static final int LOOKERS = 8;

    private BareStartMain() {}

    /** Arguments: folder with the routes of {@link StubbedRoutes}, URL, and then the names of the beans. */
    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setName("bare");
        main.configure().setRoutesIncludePattern("file:" + arguments[0] + "/*.camel.yaml");
        main.configure().setAutoConfigurationLogSummary(false);
        main.configure().setJmxEnabled(false);
        main.setInitialProperties(properties(arguments[1]));
        StubBean stub = new StubBean(main::getCamelContext);
        List.of(arguments).subList(2, arguments.length).forEach(name -> main.bind(name, stub));
        ExecutorService lookUps = Executors.newFixedThreadPool(LOOKERS);
        main.bind("lookUps", lookUps);
        main.bind("companyMailSender", new DefaultJavaMailSender());
        main.start();
        Conversation.hold(Map.of());
        main.stop();
        lookUps.shutdownNow();
    }

    /** As the runtime sets them for one company. */
    private static Properties properties(String url) {
        Properties properties = new Properties();
        properties.put("komas.platform.url", url);
        properties.put("komas.psb.url", url);
        properties.put("komas.delivery.workers", "16");
        properties.put("komas.delivery.poll", "250");
        properties.put("komas.print.poll", "2000");
        properties.put("komas.receive.parallel", "6");
        properties.put("komas.receive.poll", "500");
        properties.put("komas.housekeeping.poll", "10000");
        properties.put("komas.respond.poll", "2000");
        properties.put("komas.mailbox.poll", "60000");
        properties.put("komas.watch.poll", "60000");
        properties.put("komas.alarm.poll", "5000");
        properties.put("komas.companies.poll", "2000");
        properties.put("komas.pickup.interval", "1000");
        String refresh = "camel.route-template[refresh-" + StubBean.COMPANY + "].";
        properties.put(refresh + "template-id", "refresh-purchase-invoices");
        properties.put(refresh + "company", StubBean.COMPANY);
        properties.put(refresh + "schedule", "0 0 3 1 1 ?");
        return properties;
    }
}
