package io.github.komaseconnect.demo;

import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.simulator.RehearsalScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A home like a user's, with a company on the platform API, one at the PSB, and relation files that fit the sample invoices.
 *
 * @param directory absolute
 */
record DemoHome(Path directory) {
    /** The key of its company at the PSB. */
    static final String PSB_COMPANY = "brug";
    /** The key of its company on the platform API. */
    static final String COMPANY = "acme";
    /** Who gets the alarms. */
    static final String ALERT = "administratie@acme.example";

    private static final List<String> FOLDERS = List.of("import", "export", "outbox", "sent", "held", "print-spool");

    /**
     * Makes the folder, which must be new or empty, or one of its own below the temporary folder.
     *
     * @return empty when the wanted folder holds something already
     */
    static Optional<DemoHome> make(Optional<Path> wanted) throws IOException {
        if (wanted.isEmpty()) {
            return Optional.of(new DemoHome(Files.createTempDirectory("komas-econnect-demo-")
                    .toAbsolutePath()
                    .toRealPath()));
        }
        Path directory = Files.createDirectories(wanted.get().toAbsolutePath().normalize());
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isPresent() ? Optional.empty() : Optional.of(new DemoHome(directory));
        }
    }

    /** Writes the configuration, the relation file and the folders of the company. */
    void furnish(StandIns standIns) throws IOException {
        for (String company : List.of(COMPANY, PSB_COMPANY)) {
            for (String folder : FOLDERS) {
                Files.createDirectories(company(company, folder));
            }
            Files.writeString(company(company, "relations.csv"), SampleSale.resource("relations.csv"));
        }
        Files.writeString(directory.resolve(ConfigurationReader.FILE), configuration(standIns));
    }

    /** A folder or file of the company on the platform API. */
    Path company(String name) {
        return company(COMPANY, name);
    }

    /** A folder or file of a company. */
    Path company(String company, String name) {
        return directory.resolve("companies").resolve(company).resolve(name);
    }

    /** Does what the Komas of the company at the PSB does: writes one sales invoice into its export folder. */
    void exportForPsb(SampleSale sale, LocalDate today) throws IOException {
        String text = sale.text(today)
                .replace("-0101<", "-0201<")
                .replace(RehearsalScenario.COMPANY.name(), RehearsalScenario.PSB_COMPANY.name())
                .replace(RehearsalScenario.COMPANY.cocNumber(), RehearsalScenario.PSB_COMPANY.cocNumber())
                .replace("@acme.example", "@brug.example");
        Files.writeString(company(PSB_COMPANY, "export").resolve(sale.exportName()), text);
    }

    /** Does what Komas does: writes the sales invoices into the export folder. */
    void export(List<SampleSale> sales, LocalDate today) throws IOException {
        for (SampleSale sale : sales) {
            Files.writeString(company("export").resolve(sale.exportName()), sale.text(today));
        }
    }

    private static String configuration(StandIns standIns) {
        return """
                # De instellingen van de demo: eConnect en de mailserver zijn nagebootst en bestaan zolang de demo draait.
                # The settings of the demo: eConnect and the mail server are stand-ins that exist while the demo runs.
                econnect.platform.url=%s
                # de klanten van de demo zijn verzonnen, en hun mail komt hier niet uit / the customers of the demo are
                # made up, and their mail does not leave this computer
                rehearsal.email=customers
                company.acme.name=%s
                company.acme.connection-key=%s
                company.acme.connection-secret=%s
                company.acme.company-id=%s
                company.acme.coc-number=%s
                company.acme.folder=companies/acme
                company.acme.relations=companies/acme/relations.csv
                company.acme.email.from=facturen@acme.example
                # een tweede bedrijf, via de PSB: inkoopfacturen komen door hooks / a second company, over the PSB: purchase
                # invoices are told by hooks
                econnect.psb.url=%s
                econnect.psb.identity-url=%s
                hooks.port=%d
                company.brug.name=%s
                company.brug.econnect=psb
                company.brug.party-id=%s
                company.brug.client-id=%s
                company.brug.client-secret=%s
                company.brug.hook-secret=%s
                company.brug.coc-number=%s
                company.brug.folder=companies/brug
                company.brug.relations=companies/brug/relations.csv
                company.brug.email.from=facturen@brug.example
                mail.smtp.host=127.0.0.1
                mail.smtp.port=%d
                mail.smtp.security=none
                alert.email=%s
                # sneller dan gewoonlijk, om niet te hoeven wachten / faster than usual, so as not to wait
                pickup.interval=200ms
                pickup.settle=500ms
                pickup.pdf-wait=1s
                """.formatted(
                        standIns.econnectUrl(),
                        RehearsalScenario.COMPANY.name(),
                        RehearsalScenario.CONNECTION_KEY,
                        RehearsalScenario.CONNECTION_SECRET,
                        RehearsalScenario.COMPANY.companyId(),
                        RehearsalScenario.COMPANY.cocNumber(),
                        standIns.psbUrl(),
                        standIns.psbUrl(),
                        standIns.hooksPort(),
                        RehearsalScenario.PSB_COMPANY.name(),
                        RehearsalScenario.PSB_COMPANY.partyId(),
                        RehearsalScenario.CLIENT_ID,
                        RehearsalScenario.CLIENT_SECRET,
                        StandIns.HOOK_SECRET,
                        RehearsalScenario.PSB_COMPANY.cocNumber(),
                        standIns.smtpPort(),
                        ALERT);
    }
}
