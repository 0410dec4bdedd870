package io.github.komaseconnect.hostile;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;

/**
 * Who makes an XML parser, or something that has one inside: nobody but those that {@link XmlEntrancesTest} knows. A new
 * entrance of XML goes through {@code SafeXml}, or is added here and there, with its defences.
 */
@AnalyzeClasses(packages = "io.github.komaseconnect", importOptions = ImportOption.DoNotIncludeTests.class)
class XmlParsersTest {
    private static final String BASE = "io.github.komaseconnect.";

    /** Each with all that it may use; what it does with it is in its own comments. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            BASE + "invoice.SafeXml", Set.of("javax.xml.stream.XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory"),
            // a stand-in for eConnect, which shares nothing with the program
            BASE + "simulator.XmlReading",
                    Set.of("javax.xml.stream.XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory"),
            // parses the program's own style sheets only; invoices come as the events of SafeXml
            BASE + "rendering.Layout",
                    Set.of(
                            "javax.xml.parsers.DocumentBuilderFactory",
                            "javax.xml.parsers.DocumentBuilder",
                            "javax.xml.transform.TransformerFactory",
                            "javax.xml.transform.sax.SAXTransformerFactory",
                            "javax.xml.transform.stream.StreamSource"),
            // makes an empty tree, which is filled from the events of SafeXml
            BASE + "validation.DocumentTree",
                    Set.of("javax.xml.parsers.DocumentBuilderFactory", "javax.xml.parsers.DocumentBuilder"));

    private static final List<String> PARSERS = List.of(
            "javax.xml.stream.XMLInputFactory",
            "javax.xml.parsers.",
            "javax.xml.transform.TransformerFactory",
            "javax.xml.transform.sax.SAXTransformerFactory",
            "javax.xml.transform.sax.SAXSource",
            "javax.xml.transform.stream.StreamSource",
            "javax.xml.validation.",
            "javax.xml.xpath.",
            "javax.xml.bind.",
            "jakarta.xml.bind.",
            "java.beans.XMLDecoder",
            "org.xml.sax.XMLReader",
            "org.xml.sax.helpers.XMLReaderFactory",
            "org.w3c.dom.ls.",
            "org.jsoup.",
            "net.sf.saxon.",
            "com.fasterxml.jackson.dataformat.xml.",
            "com.ctc.wstx.stax.WstxInputFactory",
            "com.ctc.wstx.sr.",
            "com.helger.xml.serialize.read.",
            "org.apache.xmpbox.xml.");

    private static boolean isParser(JavaClass type) {
        String name = type.getName();
        return !type.isAssignableTo(ParserConfigurationException.class) && isOrHasParser(type, name);
    }

    private static boolean isOrHasParser(JavaClass type, String name) {
        return type.isAssignableTo(XMLInputFactory.class) || PARSERS.stream().anyMatch(name::startsWith);
    }

    private static DescribedPredicate<JavaClass> parsersThat(String description, Set<String> allowed) {
        return describe(description, type -> isParser(type) && !allowed.contains(type.getName()));
    }

    @ArchTest
    static final ArchRule nobodyElseMakesAParser = noClasses()
            .that(describe("are not known to", type -> !KNOWN.containsKey(type.getName())))
            .should()
            .dependOnClassesThat(parsersThat("parse XML", Set.of()));

    @ArchTest
    static void thoseMakeWhatTheyAreKnownFor(JavaClasses classes) {
        KNOWN.forEach((name, allowed) -> noClasses()
                .that(describe("are " + name, type -> type.getName().equals(name)))
                .should()
                .dependOnClassesThat(parsersThat("parse XML in another way", allowed))
                .check(classes));
    }

    /** The one that lays out pages reads pages too, if it is given any: it gets a tree. */
    @ArchTest
    static final ArchRule pagesAreNeverParsed = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a page is parsed",
                    call -> call.getTargetOwner().getName().startsWith("com.openhtmltopdf.")
                            && Set.of("withHtmlContent", "withUri", "withFile").contains(call.getName())));

    /** phive gets a tree: given a stream it would resolve external entities. */
    @ArchTest
    static final ArchRule rulesGetATree = noClasses()
            .should()
            .callMethodWhere(describe(
                    "phive is given something else than a document",
                    call -> call.getTargetOwner().getName().equals("com.helger.phive.xml.source.ValidationSourceXML")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.getName().equals("org.w3c.dom.Node"))));

    /** Camel has languages and data formats that read XML in ways of their own. */
    @Test
    void noRouteReadsXml() throws IOException {
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            for (Path route : routes.toList()) {
                assertThat(Files.readString(route))
                        .as(route.toString())
                        .doesNotContain("xpath:", "xquery:", "xslt", "tokenizeXML", "xtokenize", "jaxb", "jacksonXml")
                        .doesNotContain("unmarshal", "convertBodyTo", "validator:");
            }
        }
    }
}
