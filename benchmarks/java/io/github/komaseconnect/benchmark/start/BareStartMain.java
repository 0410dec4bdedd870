package io.github.komaseconnect.benchmark.start;

import io.github.komaseconnect.benchmark.Conversation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.main.Main;

/** The floor of starting: camel-main with the program's own routes, in which every bean is a {@link StubBean}. */
public final class BareStartMain {
    private static final int LOOKERS = 4;

    private BareStartMain() {}

    /** Arguments: folder with the routes of {@link StubbedRoutes}, URL, export folder, and then the names of the beans. */
    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setName("bare");
        main.configure().setRoutesIncludePattern("file:" + arguments[0] + "/*.camel.yaml");
        main.configure().setAutoConfigurationLogSummary(false);
        main.configure().setJmxEnabled(false);
        main.setInitialProperties(properties(arguments[1], Path.of(arguments[2])));
        StubBean stub = new StubBean(main::getCamelContext);
        List.of(arguments).subList(3, arguments.length).forEach(name -> main.bind(name, stub));
        ScheduledExecutorService looks = Executors.newScheduledThreadPool(LOOKERS);
        GenericFileFilter<File> nothing = file -> false;
        main.bind("exportLooks", looks);
        main.bind("companyMailSender", new DefaultJavaMailSender());
        main.bind("exportFilter-" + StubBean.COMPANY, nothing);
        main.start();
        Conversation.hold(Map.of());
        main.stop();
        looks.shutdownNow();
    }

    /** As the runtime sets them for one company. */
    private static Properties properties(String url, Path exportFolder) {
        Properties properties = new Properties();
        properties.put("komas.platform.url", url);
        properties.put("komas.delivery.parallel", "8");
        properties.put("komas.delivery.poll", "250");
        properties.put("komas.receive.parallel", "6");
        properties.put("komas.receive.poll", "500");
        properties.put("komas.housekeeping.poll", "10000");
        properties.put("komas.alarm.poll", "5000");
        String refresh = "camel.route-template[refresh-" + StubBean.COMPANY + "].";
        properties.put(refresh + "template-id", "refresh-purchase-invoices");
        properties.put(refresh + "company", StubBean.COMPANY);
        properties.put(refresh + "schedule", "0 0 3 1 1 ?");
        String pickUp = "camel.route-template[pick-up-" + StubBean.COMPANY + "].";
        properties.put(pickUp + "template-id", "pick-up-sales-invoices");
        properties.put(pickUp + "company", StubBean.COMPANY);
        properties.put(pickUp + "exportFolder", exportFolder.toString());
        properties.put(pickUp + "interval", "1000");
        return properties;
    }
}
