package io.github.komaseconnect.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Purchase invoices that the project wrote, with fresh dates and numbers: what an installation company gets from a
 * wholesaler, a rental firm, a subcontractor (VAT reverse-charged) and a plasterer (with a PDF inside), and a credit note.
 */
public final class SampleInvoices {
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final List<Sample> SAMPLES = List.of(
            new Sample("wholesaler", "NL"),
            new Sample("rental", "KV"),
            new Sample("subcontractor", "VD"),
            new Sample("plasterer", "GW"),
            new Sample("credit-note", "NLC"));

    private final AtomicInteger made = new AtomicInteger();

    /** Begins anew with the first sample. */
    public SampleInvoices() {}

    private record Sample(String name, String letters) {}

    /**
     * The next invoice for a company, in turn over the samples.
     *
     * @param createdOn gives the dates on it, and the first part of its number
     */
    public byte[] next(SimulatedCompany customer, Instant createdOn) {
        int count = made.getAndIncrement();
        Sample sample = SAMPLES.get(count % SAMPLES.size());
        LocalDate date = LocalDate.ofInstant(createdOn, HERE);
        String moment = Long.toString(createdOn.toEpochMilli() / 1000 % 1_000_000);
        String number = sample.letters() + "-" + date.getYear() + "-" + moment + "-" + (count + 1);
        UblFacts facts =
                new UblFacts("Factuur", number, date.toString(), "", customer.name(), "", "", "", true, List.of());
        Map<String, String> values = Map.of(
                "number", number,
                "credited", "NL-" + date.getYear() + "-" + moment + "-0",
                "issueDate", date.toString(),
                "periodStart", date.minusDays(4).toString(),
                "dueDate", date.plusDays(30).toString(),
                "customer", customer.name().replace("&", "&amp;").replace("<", "&lt;"),
                "customerCoc", customer.cocNumber(),
                "customerVat", customer.vatNumber(),
                "pdf", Base64.getEncoder().encodeToString(PdfWriter.page(facts)));
        String xml = template(sample.name());
        for (Map.Entry<String, String> value : values.entrySet()) {
            xml = xml.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** Puts the next {@code count} invoices into a company's inbox and gives their ExternalIds. */
    public List<String> deliver(Simulator simulator, String companyId, int count) {
        SimulatedCompany company = simulator.company(companyId);
        return IntStream.range(0, count)
                .mapToObj(i -> simulator.deliver(companyId, InboxDocument.of(next(company, simulator.now()))))
                .toList();
    }

    private static String template(String name) {
        try (InputStream in = SampleInvoices.class.getResourceAsStream("/simulator/sample-" + name + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
