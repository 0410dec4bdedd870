package io.github.komaseconnect.validation;

import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.xml.source.IValidationSourceXML;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.XmlDocument;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.w3c.dom.Document;

/** Floor: phive, called by itself on a tree that is there already. */
public final class PhiveFloor {
    private final SafeXml xml = new SafeXml();
    private final IValidationExecutorSet<IValidationSourceXML> rules;

    /** Makes the rules of this profile ready, by root element and CustomizationID. */
    public PhiveFloor(String root, String profile) throws Exception {
        Release release = Releases.ofProgram().find(root, profile).orElseThrow();
        rules = new RuleSets(xml, missing -> {}).prepare(release).get();
    }

    /** The tree of a file. */
    public Document tree(Path file) throws Exception {
        try (XmlDocument document = xml.open(file)) {
            return DocumentTree.of(document);
        }
    }

    /** The tree of a document in memory. */
    public Document tree(byte[] bytes) throws Exception {
        try (XmlDocument document = xml.open(new ByteArrayInputStream(bytes))) {
            return DocumentTree.of(document);
        }
    }

    /** phive's verdict on it: whether there are no errors. */
    public boolean apply(Document tree) {
        return RuleSets.apply(rules, tree).containsNoError();
    }
}
