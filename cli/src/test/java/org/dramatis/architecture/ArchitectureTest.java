package org.dramatis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.Timer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The arrows between the modules, and those house rules that a machine can check. It sees every module that the command
 * line runs on, wherever it lies.
 */
@AnalyzeClasses(packages = "org.dramatis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "org.dramatis.core..";
    private static final String MODEL = "org.dramatis.model..";
    private static final String CHECKPOINT = "org.dramatis.checkpoint..";
    private static final String TORCH = "org.dramatis.torch..";
    private static final String REMOTE = "org.dramatis.remote..";
    private static final String STORE = "org.dramatis.store..";
    private static final String STAGE = "org.dramatis.stage..";
    private static final String AUDIT = "org.dramatis.audit..";
    private static final String REPORT = "org.dramatis.report..";
    private static final String LAB = "org.dramatis.lab..";
    private static final String CLI = "org.dramatis.cli..";

    /** What the packages that core may use have to offer besides values. */
    private static final Set<Class<?>> MACHINE =
            Set.of(Runtime.class, Thread.class, ProcessBuilder.class, Calendar.class, Date.class, Timer.class);

    private static final Set<String> HIDDEN_RANDOMNESS = Set.of(
            "java.lang.Math.random()",
            "java.lang.StrictMath.random()",
            "java.util.Collections.shuffle(java.util.List)",
            "java.util.UUID.randomUUID()");

    @ArchTest
    static final ArchRule coreDependsOnValuesOnly = classes()
            .that()
            .resideInAPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE,
                    "java.lang",
                    "java.util",
                    "java.util.function",
                    "java.util.random",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations")
            .because("the exact mathematics knows no files, no network, no clock and no logger");

    @ArchTest
    static final ArchRule coreSeesNothingOfTheMachine = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .accessTargetWhere(describe("it is the console, the clock or a process", ArchitectureTest::machine))
            .because("the same arguments must give the same result, and a result is returned, not printed");

    @ArchTest
    static final ArchRule coreTakesRandomnessAsAnArgument = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .accessTargetWhere(describe("it is a source of randomness", ArchitectureTest::randomness))
            .because("randomness is an argument of type RandomGenerator");

    @ArchTest
    static final ArchRule corePackagesAreFreeOfCycles =
            slices().matching("org.dramatis.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aModelIsDescribedInWordsOfTheCore = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE, MODEL, "java..", "org.jspecify.annotations")
            .because("whoever uses a model must not see which one it is");

    @ArchTest
    static final ArchRule checkpointsKnowNoTensorLibrary = noClasses()
            .that()
            .resideInAPackage(CHECKPOINT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TORCH, CLI);

    @ArchTest
    static final ArchRule dataAreReadInWordsOfTheCore = classes()
            .that()
            .resideInAPackage(STORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE,
                    STORE,
                    "java..",
                    "com.fasterxml.jackson..",
                    "tools.jackson..",
                    "org.duckdb..",
                    "com.github.luben.zstd",
                    "org.jspecify.annotations")
            .because("who reads data knows no model");

    @ArchTest
    static final ArchRule aWorldKnowsNoModel = classes()
            .that()
            .resideInAPackage(STAGE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE,
                    STAGE,
                    "org.dramatis.store.written",
                    "java..",
                    "com.fasterxml.jackson..",
                    "tools.jackson..",
                    "org.jspecify.annotations")
            .because("what is true in a world was true before any model read of it");

    @ArchTest
    static final ArchRule useCasesSpeakOfModelsInGeneral = classes()
            .that()
            .resideInAPackage(AUDIT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CORE, MODEL, STORE, AUDIT, "java..", "tools.jackson..", "org.jspecify.annotations")
            .because("an audit is the same whatever the model is and in whatever format the data lie");

    @ArchTest
    static final ArchRule aReportIsDrawnFromAResultAlone = classes()
            .that()
            .resideInAPackage(REPORT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE,
                    "org.dramatis.audit.result",
                    "org.dramatis.audit.calibration",
                    "org.dramatis.store.data",
                    REPORT,
                    "java..",
                    "tools.jackson..",
                    "org.jspecify.annotations")
            .because("whoever prints a result needs no model");

    @ArchTest
    static final ArchRule theLabTrainsThroughAnInterface = noClasses()
            .that()
            .resideInAPackage(LAB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TORCH, CLI)
            .because("its tests train on paper, and another trainer is another argument");

    @ArchTest
    static final ArchRule onlyTheCommandLineUsesTheLab = noClasses()
            .that()
            .resideOutsideOfPackages(LAB, CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LAB);

    @ArchTest
    static final ArchRule onlyOneModuleSeesNativeTensors = noClasses()
            .that()
            .resideOutsideOfPackage(TORCH)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..")
            .because("native memory never leaves its module (house rule 9)");

    @ArchTest
    static final ArchRule aServedModelIsAModelAndNoMore = classes()
            .that()
            .resideInAPackage(REMOTE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    CORE, MODEL, REMOTE, "java..", "javax.net.ssl", "tools.jackson..", "org.jspecify.annotations")
            .because("what is asked over HTTP knows no files of models and no use of the answers");

    @ArchTest
    static final ArchRule onlyOneModuleSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackage(REMOTE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("keys, redirects and certificates are looked after in one place");

    @ArchTest
    static final ArchRule onlyTheStoreSeesTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.duckdb..");

    @ArchTest
    static final ArchRule onlyTheCommandLineChoosesABackend = noClasses()
            .that()
            .resideOutsideOfPackages(TORCH, CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TORCH);

    @ArchTest
    static final ArchRule nobodyElseChoosesAServer = noClasses()
            .that()
            .resideOutsideOfPackages(REMOTE, CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REMOTE);

    @ArchTest
    static final ArchRule packagesOfOtherModulesAreFreeOfCycles = slices().matching(
                    "org.dramatis.(checkpoint|torch|remote|store|stage|audit|report|lab).(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingDependsOnTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule onlyTheCommandLineEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessTargetWhere(describe("it ends the process", ArchitectureTest::exit));

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(ArchCondition.from(describe(
                    "live in a @NullMarked package",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule namesAreNounsOfTheDomain = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?)")
            .because("a name says what a thing is (house rule 5)");

    @ArchTest
    static final ArchRule recordsHoldNoArrays = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .areNotStatic()
            .should()
            .haveRawType(describe("an array", JavaClass::isArray))
            .because("an array can be changed behind the record's back (house rule 3)");

    @ArchTest
    static final ArchRule accessorsHaveNoGet = noMethods()
            .that()
            .arePublic()
            .and(describe("are ours to name", method -> !overridesForeign(method)))
            .should()
            .haveNameMatching("get[A-Z].*")
            .because("data are records (house rule 5)");

    private static boolean machine(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (owner.isEquivalentTo(System.class)) {
            return !access.getName().equals("arraycopy");
        }
        return MACHINE.stream().anyMatch(owner::isAssignableTo)
                || access.getName().equals("printStackTrace");
    }

    private static boolean randomness(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (owner.isEquivalentTo(RandomGenerator.class)) {
            return Set.of("of", "getDefault").contains(access.getName());
        }
        return owner.isAssignableTo(RandomGenerator.class)
                || owner.isEquivalentTo(RandomGeneratorFactory.class)
                || HIDDEN_RANDOMNESS.contains(access.getTarget().getFullName());
    }

    private static boolean exit(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return (owner.isEquivalentTo(System.class) || owner.isEquivalentTo(Runtime.class))
                && Set.of("exit", "halt").contains(access.getName());
    }

    private static boolean overridesForeign(JavaMethod method) {
        JavaClass owner = method.getOwner();
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(type -> !type.getPackageName().startsWith("org.dramatis"))
                .anyMatch(
                        type -> type.tryGetMethod(method.getName(), parameters).isPresent());
    }
}
