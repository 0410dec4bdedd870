package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.SureFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds files that were taken from the export folder and not registered, because of a crash or an unexpected failure. */
public final class InterruptedClaims {
    private static final Duration STALE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedClaims.class);

    private final Companies companies;
    private final Claims claims;
    private final Clock steady;
    private final Map<String, Instant> firstSeen = new HashMap<>();

    /** Looks in the outboxes of these companies; {@code steady} is a clock that does not jump. */
    public InterruptedClaims(Companies companies, Claims claims, Clock steady) {
        this.companies = companies;
        this.claims = claims;
        this.steady = steady;
    }

    /**
     * When a company comes in hand, before anything is taken: everything that was taken earlier and not registered, oldest
     * first. A company whose folders cannot be used now takes nothing until {@link #stale} could look there.
     */
    public List<Claim> of(Company company) {
        return lookIn(company);
    }

    /** Whether files lie in the outbox that were taken and not registered, or may lie there: it cannot be read. */
    public boolean mayHave(Company company) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(company.folders().outbox(), ClaimName.PREFIX + "*")) {
            return files.iterator().hasNext();
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Those that have been lying there for so long that the step that was to register them must have failed. That is
     * counted between our own looks: the time in their name may be that of a clock that was wrong.
     */
    public synchronized List<Claim> stale() {
        Instant now = steady.instant();
        List<Claim> stale = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (Company company : companies.all()) {
            boolean first = !claims.isOpen(company.key());
            for (Claim claim : lookIn(company)) {
                String key = company.key() + "/" + claim.stem();
                present.add(key);
                Instant seen = firstSeen.computeIfAbsent(key, none -> now);
                if (first || !seen.plus(STALE).isAfter(now)) {
                    stale.add(claim);
                }
            }
        }
        firstSeen.keySet().retainAll(present);
        return stale;
    }

    private List<Claim> lookIn(Company company) {
        try {
            List<Claim> found = unregistered(company);
            claims.open(company.key());
            return found;
        } catch (IOException e) {
            LOG.warn("{}: the outbox cannot be read: {}", company.key(), e.toString());
            return List.of();
        }
    }

    private List<Claim> unregistered(Company company) throws IOException {
        Map<String, Claim> found = new TreeMap<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(company.folders().outbox(), ClaimName.PREFIX + "*")) {
            for (Path file : files) {
                boolean ours = InvoiceFiles.isXml(file) || InvoiceFiles.isPdf(file);
                ClaimName.parse(InvoiceFiles.base(file))
                        .filter(name -> ours)
                        .ifPresent(name -> found.merge(name.stem(), claimOf(company, name, file), this::join));
            }
        }
        List<Claim> whole = new ArrayList<>();
        for (Claim claim : found.values()) {
            (claim.xml().isPresent() ? Optional.of(claim) : pdfOnly(company, claim)).ifPresent(whole::add);
        }
        return whole;
    }

    private static Claim claimOf(Company company, ClaimName name, Path file) {
        Optional<Path> path = Optional.of(file);
        return InvoiceFiles.isPdf(file)
                ? new Claim(company.key(), name.name() + InvoiceFiles.PDF, name.stem(), Optional.empty(), path)
                : new Claim(company.key(), name.name() + InvoiceFiles.XML, name.stem(), path, Optional.empty());
    }

    private Claim join(Claim one, Claim other) {
        Claim xml = one.xml().isPresent() ? one : other;
        Optional<Path> pdf = one.pdf().or(other::pdf);
        return new Claim(xml.company(), xml.originalName(), xml.stem(), xml.xml(), pdf);
    }

    /**
     * A PDF that was taken before its XML could be: put together with it if that still lies unchanged in the export
     * folder, back to the held folder if it came from there, otherwise left over.
     */
    private Optional<Claim> pdfOnly(Company company, Claim claim) throws IOException {
        ClaimName name = ClaimName.parse(claim.stem()).orElseThrow();
        Path pdf = claim.pdf().orElseThrow();
        if (name.mark().equals(ClaimName.HELD)) {
            Path back = company.folders().held().resolve(name.name() + InvoiceFiles.PDF);
            if (!Files.exists(back)) {
                SureFile.move(pdf, back);
                return Optional.empty();
            }
        }
        Optional<Path> xml = name.mark().equals(ClaimName.LEFT_OVER) ? Optional.empty() : itsXml(company, name);
        if (xml.isEmpty()) {
            return Optional.of(claim);
        }
        Path taken = claims.take(company, xml.get(), name.stem() + InvoiceFiles.XML);
        return Optional.of(new Claim(
                company.key(), xml.get().getFileName().toString(), name.stem(), Optional.of(taken), claim.pdf()));
    }

    private static Optional<Path> itsXml(Company company, ClaimName name) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(company.folders().exportFolder())) {
            for (Path file : files) {
                if (InvoiceFiles.isXml(file)
                        && ClaimName.shortened(InvoiceFiles.base(file)).equals(name.name())
                        && ClaimName.markOf(file).equals(name.mark())) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
