package io.github.komaseconnect.validation;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.simplerinvoicing.SimplerInvoicingValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import io.github.komaseconnect.invoice.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Document;

/**
 * phive's rule sets. Each is made ready once, by a thread of its own and one after another: its style sheets are compiled,
 * which takes seconds, by applying it to a small document.
 */
final class RuleSets {
    private static final int LONGEST_WAIT_SECONDS = 120;

    private final SafeXml xml;
    private final Map<String, Future<IValidationExecutorSet<IValidationSourceXML>>> ready = new HashMap<>();
    private final ExecutorService thread;
    private final Consumer<String> missing;
    /** All that phive knows; filled and used by the thread only. */
    private Optional<ValidationExecutorSetRegistry<IValidationSourceXML>> registry = Optional.empty();

    /** phive does not know the rules that the table names. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown(String vesid) {
            super("phive has no rules named " + vesid);
        }
    }

    /** @param missing told the name of rules that phive does not know */
    RuleSets(SafeXml xml, Consumer<String> missing) {
        this.xml = xml;
        this.missing = missing;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread background = new Thread(task, "rules");
                    background.setDaemon(true);
                    background.setPriority(Thread.MIN_PRIORITY);
                    return background;
                });
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    /** Begins to make these rules ready, unless they are or that was begun. */
    synchronized Future<IValidationExecutorSet<IValidationSourceXML>> prepare(Release release) {
        return ready.computeIfAbsent(release.vesid(), id -> thread.submit(() -> make(release)));
    }

    private IValidationExecutorSet<IValidationSourceXML> make(Release release)
            throws Unknown, IOException, XMLStreamException, DocumentTree.TooLarge {
        DVRCoordinate id = DVRCoordinate.parseOrNull(release.vesid());
        IValidationExecutorSet<IValidationSourceXML> rules =
                id == null ? null : registry().getOfID(id);
        if (rules == null) {
            missing.accept(release.vesid());
            throw new Unknown(release.vesid());
        }
        apply(rules, warmUp(release));
        return rules;
    }

    private ValidationExecutorSetRegistry<IValidationSourceXML> registry() {
        if (registry.isEmpty()) {
            ValidationExecutorSetRegistry<IValidationSourceXML> all = new ValidationExecutorSetRegistry<>();
            PeppolValidation.initStandard(all);
            SimplerInvoicingValidation.initSimplerInvoicing(all);
            registry = Optional.of(all);
        }
        return registry.get();
    }

    /** A small sound document of the kind, for which every rule is worked out. */
    private Document warmUp(Release release) throws IOException, XMLStreamException, DocumentTree.TooLarge {
        String resource = "/validation/warm-up-" + release.root() + ".xml";
        try (InputStream in = Objects.requireNonNull(RuleSets.class.getResourceAsStream(resource), resource)) {
            return DocumentTree.of(xml.open(in));
        }
    }

    /**
     * Applies the rules to a document.
     *
     * @throws Unknown when phive has no such rules
     * @throws TimeoutException when they do not become ready
     * @throws ExecutionException when making them ready failed; it is tried anew the next time
     */
    ValidationResultList apply(Release release, Document document)
            throws Unknown, TimeoutException, ExecutionException, InterruptedException {
        Future<IValidationExecutorSet<IValidationSourceXML>> rules = prepare(release);
        try {
            return apply(rules.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS), document);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unknown unknown) {
                throw unknown;
            }
            forget(release);
            throw e;
        }
    }

    private synchronized void forget(Release release) {
        ready.remove(release.vesid());
    }

    static ValidationResultList apply(IValidationExecutorSet<IValidationSourceXML> rules, Document document) {
        return ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                rules,
                ValidationSourceXML.create("document", document),
                Locale.ENGLISH);
    }

    /** Begins to make all of these ready, in their order. */
    void prepare(List<Release> releases) {
        releases.forEach(this::prepare);
    }
}
