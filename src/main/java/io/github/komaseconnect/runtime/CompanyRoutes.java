package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.sales.ReadyFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from companies that come and go to Camel: their own routes, and what is handed to the routes of all. */
public final class CompanyRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(CompanyRoutes.class);
    private static final String SCHEDULE = "refresh-purchase-invoices";

    private final CamelContext context;
    private final ProducerTemplate template;
    /** The schedules that run, by company. */
    private final Map<String, String> schedules = new HashMap<>();

    /** Starts and stops routes in {@code context}, which holds the route templates. */
    public CompanyRoutes(CamelContext context) {
        this.context = context;
        this.template = context.createProducerTemplate();
    }

    /**
     * Makes the schedules those of these companies, in hand or not: a schedule that fires for a company that is not in
     * hand does nothing. One that cannot be started is tried again the next time.
     */
    public synchronized void keepSchedules(List<Company> companies) {
        if (!context.isStarted()) {
            // timers fire just before Camel counts as started: it would take note of a new route and never start it
            return;
        }
        Map<String, String> wanted = new HashMap<>();
        companies.forEach(company -> wanted.put(company.key(), company.refresh()));
        for (Map.Entry<String, String> running : Map.copyOf(schedules).entrySet()) {
            if (!running.getValue().equals(wanted.get(running.getKey()))) {
                stop(running.getKey());
            }
        }
        wanted.forEach((company, cron) -> {
            if (!schedules.containsKey(company)) {
                start(company, cron);
            }
        });
    }

    private void start(String company, String cron) {
        try {
            TemplatedRouteBuilder.builder(context, SCHEDULE)
                    .routeId(routeId(company))
                    .parameter("company", company)
                    .parameter("schedule", cron)
                    .add();
            schedules.put(company, cron);
        } catch (RuntimeException e) {
            LOG.error("{}: the schedule {} cannot be started", company, cron, e);
        }
    }

    private void stop(String company) {
        String id = routeId(company);
        try {
            if (context.getRoute(id) != null) {
                var endpoint = context.getRoute(id).getEndpoint();
                context.getRouteController().stopRoute(id);
                context.removeRoute(id);
                // or Quartz would keep the trigger, and refuse another one for this company
                context.removeEndpoint(endpoint);
            }
            schedules.remove(company);
        } catch (Exception e) {
            LOG.error("{}: its schedule cannot be stopped", company, e);
        }
    }

    private static String routeId(String company) {
        return "refresh-" + company;
    }

    /** Tells the routes that a company came in hand; returns when its unfinished claims were dealt with. */
    public void cameInHand(CameInHand arrival) {
        send("direct:company-came-in-hand", arrival);
    }

    /** Has files picked up; returns when they were dealt with. */
    public void pickUp(ReadyFiles files) {
        send("direct:pick-up-sales-invoices", files);
    }

    /** What goes wrong on the way is told of by the routes themselves. */
    private void send(String route, Object body) {
        // the first company may come before the last route has started: that route is waited for
        if (!context.isStopping() && !context.isStopped()) {
            Exchange sent =
                    template.send(route, exchange -> exchange.getMessage().setBody(body));
            LOG.debug("{}: {}", route, sent.getExchangeId());
        }
    }
}
