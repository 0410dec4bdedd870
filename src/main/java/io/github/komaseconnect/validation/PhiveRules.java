package io.github.komaseconnect.validation;

import com.helger.phive.api.result.ValidationResultList;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.XmlDocument;
import io.github.komaseconnect.invoice.rules.InvoiceRules;
import io.github.komaseconnect.invoice.rules.RuleRelease;
import io.github.komaseconnect.invoice.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * {@link InvoiceRules} by phive. What phive gets is a tree that was read by {@link SafeXml}: given a stream, it would
 * resolve external entities. Some documents are looked at at a time, a large one alone.
 */
public final class PhiveRules implements InvoiceRules {
    private static final Logger LOG = LoggerFactory.getLogger(PhiveRules.class);
    private static final int AT_A_TIME = 2;
    private static final long LARGE = 2_000_000;

    private final SafeXml xml;
    private final Releases releases;
    private final RuleSets sets;
    private final Findings findings = new Findings(RuleTexts.ofProgram());
    private final Remembered remembered = new Remembered();
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    /**
     * The rules of the program.
     *
     * @param missing told the name of rules that its table names and phive does not know
     */
    public PhiveRules(SafeXml xml, Consumer<String> missing) {
        this(xml, Releases.ofProgram(), missing);
    }

    PhiveRules(SafeXml xml, Releases releases, Consumer<String> missing) {
        this.xml = xml;
        this.releases = releases;
        this.sets = new RuleSets(xml, missing);
    }

    /** The releases of the program's table, without anything of them being made ready. */
    public static List<RuleRelease> known() {
        return rules(Releases.ofProgram());
    }

    private static List<RuleRelease> rules(Releases releases) {
        return releases.all().stream().map(Release::rules).distinct().toList();
    }

    @Override
    public List<RuleRelease> releases() {
        return rules(releases);
    }

    @Override
    public boolean know(DocumentType type, String customizationId) {
        String root =
                switch (type) {
                    case INVOICE -> "Invoice";
                    case CREDIT_NOTE -> "CreditNote";
                };
        return releases.find(root, customizationId).isPresent();
    }

    @Override
    public void makeReady() {
        sets.prepare(releases.all());
    }

    @Override
    public Verdict examine(Path ubl, String sha256) {
        Optional<Verdict> before = remembered.find(sha256);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            int permits = Files.size(ubl) > LARGE ? AT_A_TIME : 1;
            turns.acquire(permits);
            try {
                Verdict verdict = examine(ubl);
                if (!(verdict instanceof Verdict.NotExamined || verdict instanceof Verdict.Disturbed)) {
                    remembered.keep(sha256, verdict);
                }
                return verdict;
            } finally {
                turns.release(permits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return disturbed(ubl, e);
        } catch (IOException e) {
            return disturbed(ubl, e);
        }
    }

    private Verdict examine(Path ubl) throws InterruptedException {
        try {
            Document document = tree(ubl);
            Element root = document.getDocumentElement();
            String profile = profile(root);
            Optional<Release> release = releases.find(root.getLocalName(), profile);
            if (release.isEmpty()) {
                return new Verdict.UnknownProfile(profile);
            }
            ValidationResultList results = sets.apply(release.get(), document);
            return findings.of(release.get().rules(), results, document);
        } catch (DocumentTree.TooLarge e) {
            return new Verdict.NotExamined(ExaminationReasons.tooLarge());
        } catch (RuleSets.Unknown e) {
            return failed(ubl, e);
        } catch (ExecutionException e) {
            return e.getCause() instanceof OutOfMemoryError ? disturbed(ubl, e.getCause()) : failed(ubl, e.getCause());
        } catch (IOException | TimeoutException | OutOfMemoryError e) {
            return disturbed(ubl, e);
        } catch (XMLStreamException | RuntimeException | StackOverflowError | LinkageError e) {
            // an invoice must not be lost, or wait for ever, for a fault of what looks at it
            return failed(ubl, e);
        }
    }

    private static Verdict disturbed(Path ubl, Throwable trouble) {
        LOG.warn("{} could not be validated now", ubl.getFileName(), trouble);
        return new Verdict.Disturbed(ExaminationReasons.words(trouble), ExaminationReasons.failed(trouble));
    }

    private static Verdict failed(Path ubl, Throwable failure) {
        LOG.warn("{} could not be validated", ubl.getFileName(), failure);
        return new Verdict.NotExamined(ExaminationReasons.failed(failure));
    }

    private Document tree(Path ubl) throws IOException, XMLStreamException, DocumentTree.TooLarge {
        try (XmlDocument document = xml.open(ubl)) {
            return DocumentTree.of(document);
        }
    }

    /** The CustomizationID; empty when there is none. */
    private static String profile(Element root) {
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("CustomizationID".equals(child.getLocalName())) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }
}
