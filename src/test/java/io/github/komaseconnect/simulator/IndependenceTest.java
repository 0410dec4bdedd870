package io.github.komaseconnect.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IndependenceTest {
    @Test
    void theSimulatorSharesNoCodeWithTheClientThatIsTestedAgainstIt() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Simulator.class.getPackageName(),
                        "java..",
                        "javax.xml.stream..",
                        "com.ctc.wstx..",
                        "org.codehaus.stax2..",
                        "com.fasterxml.jackson..",
                        "jakarta.activation..",
                        "jakarta.mail..",
                        "javax.crypto..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(Simulator.class.getPackageName()));
    }
}
