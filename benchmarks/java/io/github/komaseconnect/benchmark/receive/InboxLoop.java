package io.github.komaseconnect.benchmark.receive;

import io.github.komaseconnect.benchmark.SoapClient;
import io.github.komaseconnect.benchmark.SoapText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists an inbox page by page and fetches what it has not fetched before, with its PDF, into a folder. */
final class InboxLoop {
    private static final Logger LOG = LoggerFactory.getLogger(InboxLoop.class);
    /** As far back as the program looks by default, and as many documents to a page. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private static final int PAGE = 30;
    private static final Pattern EXTERNAL_ID = Pattern.compile("<ExternalId>([^<]+)</ExternalId>");
    private static final Pattern NEXT_PAGE = Pattern.compile("<NextPage>([^<]+)</NextPage>");
    private static final Pattern EMBEDDED_PDF = Pattern.compile("mimeCode=\"application/pdf\"[^>]*>([^<]+)<");
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final SoapClient client;
    private final String token;
    private final String companyId;
    private final Path folder;
    private final ExecutorService fetchers;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    InboxLoop(SoapClient client, String token, String companyId, Path folder, ExecutorService fetchers) {
        this.client = client;
        this.token = token;
        this.companyId = companyId;
        this.folder = folder;
        this.fetchers = fetchers;
    }

    /** Reads the whole list; what is new is fetched at the same time. */
    void refresh() {
        try {
            Optional<String> page = Optional.empty();
            do {
                String answer = client.call("GetInboxDocuments", SoapText.call(token, "GetInboxDocuments", list(page)));
                Matcher ids = EXTERNAL_ID.matcher(answer);
                while (ids.find()) {
                    String id = ids.group(1);
                    if (known.add(id)) {
                        fetchers.execute(() -> fetch(id));
                    }
                }
                page = first(NEXT_PAGE, answer);
            } while (page.isPresent());
        } catch (IOException | RuntimeException e) {
            LOG.error("the list could not be read", e);
        }
    }

    private String list(Optional<String> page) {
        Instant now = Instant.now();
        return "<EConnectPartyId>" + companyId + "</EConnectPartyId><Paging><Limit>" + PAGE + "</Limit>"
                + page.map(start -> "<StartPage>" + start + "</StartPage>").orElse("")
                + "</Paging><Search><CreatedOn><To>"
                + now.plus(OVERLAP) + "</To><From>" + now.minus(OVERLAP) + "</From></CreatedOn></Search>";
    }

    private void fetch(String id) {
        try {
            String one = "<ExternalId>" + id + "</ExternalId>";
            String answer = client.call("GetInboxDocument", SoapText.call(token, "GetInboxDocument", one));
            String ubl = SoapText.between(answer, "Payload");
            Optional<String> embedded = first(EMBEDDED_PDF, ubl);
            String pdf = embedded.isPresent()
                    ? embedded.get()
                    : SoapText.between(
                            client.call("GetDocumentPdf", SoapText.call(token, "GetDocumentPdf", one)), "Contents");
            write(id + ".pdf", Base64.getMimeDecoder().decode(pdf));
            write(id + ".xml", (PROLOG + ubl).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            LOG.error("{} was not fetched", id, e);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path temporary = folder.resolve("." + name + ".part");
        Files.write(temporary, content);
        Files.move(temporary, folder.resolve(name));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
