package io.github.komaseconnect;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.reason.DutchTime;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;

/** What may know what, and what nobody does. */
@AnalyzeClasses(packages = "io.github.komaseconnect", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.github.komaseconnect";

    /** The words and rules of the field; nothing in them knows how the world outside is reached. */
    private static final String[] DOMAIN = packages(
            "reason",
            "invoice..",
            "relation..",
            "company..",
            "configuration..",
            "ledger",
            "archive..",
            "folder..",
            "sales..",
            "reachability..",
            "delivery..",
            "purchase..",
            "arrival..",
            "order..",
            "alarm..",
            "watch..",
            "custody..",
            "following..",
            "adoption..",
            "cluster..",
            "hook",
            "bounce",
            "econnect..",
            "response..");

    /** How the world outside is reached, and what puts everything together. */
    private static final String[] ADAPTERS = packages(
            "platform..",
            "psb..",
            "rest..",
            "mail..",
            "print..",
            "ledger.sql..",
            "rendering..",
            "validation..",
            "health..",
            "listener..",
            "hook.http..",
            "hook.mailbox..",
            "bounce.mailbox..",
            "mailbox..",
            "runtime..",
            "cli..",
            "simulator..",
            "demo..");

    private static final String SIMULATOR = BASE + ".simulator..";
    private static final String CLI = BASE + ".cli..";
    private static final String DEMO = BASE + ".demo..";

    @ArchTest
    static final ArchRule theDomainKnowsNoAdapter = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS);

    @ArchTest
    static final ArchRule theDomainKnowsNoCamel = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule theSimulatorSharesNothingWithTheProgram = noClasses()
            .that()
            .resideInAPackage(SIMULATOR)
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "..").and(not(resideInAPackage(SIMULATOR))));

    @ArchTest
    static final ArchRule onlyRehearsalsKnowTheSimulator = noClasses()
            .that(not(resideInAnyPackage(SIMULATOR, CLI, DEMO)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIMULATOR);

    @ArchTest
    static final ArchRule nothingKnowsTheCommandLine = noClasses()
            .that(not(resideInAPackage(CLI)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule packagesAreNamedForTheField = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..service..", "..impl..", "..manager..", "..helper..");

    @ArchTest
    static final ArchRule staticFieldsNeverChange =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule staticFieldsHoldNothingThatChanges = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(DescribedPredicate.describe("that can be changed", type -> Stream.of(
                            AtomicBoolean.class,
                            AtomicInteger.class,
                            AtomicLong.class,
                            AtomicReference.class,
                            StringBuilder.class,
                            ThreadLocal.class)
                    .anyMatch(type::isAssignableTo)));

    @ArchTest
    static final ArchRule onlyCommandsSpeakToTheConsole =
            noClasses().that(not(resideInAnyPackage(CLI, DEMO))).should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that(not(resideInAnyPackage(CLI, DEMO, SIMULATOR)))
            .should()
            .callMethodWhere(DescribedPredicate.describe("the time of the system is read", ArchitectureTest::readsTime))
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule clocksComeFromOutside = noClasses()
            .that(not(resideInAnyPackage(CLI, DEMO, SIMULATOR)))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a clock is made",
                    call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")));

    @ArchTest
    static final ArchRule onlyOnePlaceGivesFilesTheirFinalName = noClasses()
            .that(not(resideInAnyPackage(BASE + ".folder..", SIMULATOR)))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a file is moved otherwise than by AtomicFile",
                    call -> call.getTargetOwner().isEquivalentTo(Files.class)
                            && call.getName().equals("move")));

    @ArchTest
    static final ArchRule onlyOneClassReadsXmlOfOthers = noClasses()
            .that(not(resideInAnyPackage(SIMULATOR)).and(not(type(SafeXml.class))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(XMLInputFactory.class);

    @ArchTest
    static final ArchRule onlyOneClassNamesTheZone = noClasses()
            .that(not(resideInAnyPackage(SIMULATOR)).and(not(type(DutchTime.class))))
            .should()
            .callMethod(ZoneId.class, "of", String.class);

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a thread sleeps",
                    call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                            && call.getName().equals("sleep")));

    private static boolean readsTime(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        boolean now = owner.getPackageName().equals("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean millis = owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
        return now || millis;
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> BASE + "." + name).toArray(String[]::new);
    }
}
