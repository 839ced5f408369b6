package org.echoppe;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom in node-core, and why: docs/ARCHITECTURE.md as a test. */
class FloorsTest {
    /** From the ground up. A package uses what lies on lower floors. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("domain", "repo", "records"),
            Set.of("identity", "store", "search", "media", "ipfs", "chain", "peers", "guard", "journal"),
            Set.of("catalogue", "replicas", "discovery", "orders", "payments", "today"),
            Set.of("http", "web", "peerport", "control"),
            Set.of("node"));

    /** What a package may use on its own floor. */
    private static final Map<String, Set<String>> SIDEWAYS = Map.of(
            "repo", Set.of("domain"),
            "records", Set.of("repo", "domain"),
            "guard", Set.of("store"),
            "peers", Set.of("identity"),
            "orders", Set.of("catalogue"),
            "payments", Set.of("orders", "catalogue"),
            "web", Set.of("http"),
            "peerport", Set.of("http"),
            "control", Set.of("http"));

    private static final JavaClasses NODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.echoppe");

    static final List<Arguments> LIBRARIES = List.of(
            only(
                    in("store"),
                    "the database can be exchanged in one folder, and SQL stands in one place", //
                    "org.jooq",
                    "org.h2",
                    "org.flywaydb",
                    "com.zaxxer",
                    "java.sql",
                    "javax.sql"),
            only(in("search"), "the index can be exchanged in one folder", "org.apache.lucene"),
            only(
                    in("identity"),
                    "whoever checks the cryptography reads one folder", //
                    "org.bouncycastle",
                    "com.nimbusds",
                    "com.google.zxing"),
            only(
                    in("media"),
                    "pictures of strangers are decoded in one place, with its limits", //
                    "javax.imageio",
                    "net.coobird"),
            only(
                    in("peers", "control"),
                    "calls out have their limits in one place; the command line only calls its own node",
                    "java.net.http"),
            only(
                    in("http", "web", "peerport", "control"),
                    "only the ports speak HTTP to callers", //
                    "io.javalin",
                    "org.eclipse.jetty",
                    "jakarta.servlet"),
            only(in("web"), "pages are made in one place", "gg.jte"),
            only(in("catalogue"), "spreadsheets are read and written in one place", "de.siegmar.fastcsv"),
            only(in("orders.documents"), "paper is laid out in one place", "org.apache.pdfbox", "org.apache.fontbox"),
            only(in("discovery"), "the local network is searched in one place", "javax.jmdns"),
            only(in("guard"), "limits are counted in one place", "io.github.bucket4j"),
            only(in("node"), "everything below the command line is called by Java, not by words", "picocli"),
            only(in(), "a node runs where there is no window", "javafx", "org.kordamp", "atlantafx"));

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatLiesBelow(String name) {
        noClasses()
                .that()
                .resideInAPackage("org.echoppe." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(outOfBounds(name))
                .because("floors that only look down can be read, tested and exchanged one by one (DESIGN §3)")
                .allowEmptyShould(true)
                .check(NODE);
    }

    @Test
    void everyPackageHasAFloor() {
        var known = new TreeSet<String>();
        FLOORS.forEach(known::addAll);
        assertThat(NODE.stream().map(FloorsTest::top).distinct())
                .as("a new package says here on which floor it stands")
                .isSubsetOf(known);
    }

    @Test
    void noPackagesUseEachOther() {
        slices().matching("org.echoppe.(*)..")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package")
                .check(NODE);
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void oneLibraryIsUsedInOnePackage(List<String> users, String reason, List<String> library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(users.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.toArray(String[]::new))
                .because(reason)
                .check(NODE);
    }

    @Test
    void theWordsOfTheTradeNeedTheJdkAlone() {
        classes()
                .that()
                .resideInAnyPackage("org.echoppe.domain..", "org.echoppe.repo..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.echoppe.domain..", "org.echoppe.repo..", "java..", "javax..", "org.jspecify..")
                .because("what others may check about us must be readable without our libraries")
                .check(NODE);
    }

    @Test
    void theJournalNeedsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("org.echoppe.journal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.echoppe.journal..", "org.echoppe.domain..", "java..", "javax..", "org.jspecify..")
                .because("whoever has to prove what was sold reads one folder, and no database")
                .check(NODE);
    }

    @Test
    void valuesDoNotChange() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("org.echoppe.domain..", "org.echoppe.records..")
                .should()
                .beFinal()
                .because("a value that is passed between threads and kept in maps must stay what it is")
                .check(NODE);
    }

    @Test
    void timeComesInFromOutside() {
        noClasses()
                .that(resideInAPackage("org.echoppe..").and(not("node")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test of a year must not take one: the Clock comes by constructor")
                .check(NODE);
    }

    @Test
    void onlyTheCommandLineSpeaksToTheTerminal() {
        noClasses()
                .that(resideInAPackage("org.echoppe..").and(not("node")))
                .should(ACCESS_STANDARD_STREAMS)
                .because("what is printed on the way spoils --json and is lost on a server: log it")
                .check(NODE);
        noClasses()
                .should(USE_JAVA_UTIL_LOGGING)
                .because("there is one log, and it is slf4j")
                .check(NODE);
    }

    @Test
    void aRoleIsSaidByTheNameAndNoNameSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto)")
                .because("such a name hides what the class is for (docs/WORDS.md)")
                .check(NODE);
        in("store")
                .forEach(store -> classes()
                        .that()
                        .haveSimpleNameEndingWith("Store")
                        .should()
                        .resideInAPackage(store)
                        .because("a Store is a table")
                        .check(NODE));
        classes()
                .that()
                .haveSimpleNameEndingWith("Routes")
                .or()
                .haveSimpleNameEndingWith("Pages")
                .should()
                .resideInAnyPackage(in("http", "web", "peerport", "control").toArray(String[]::new))
                .because("Routes and Pages answer callers")
                .allowEmptyShould(true)
                .check(NODE);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        assertThat(NODE.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(pack -> !pack.getName().matches("org\\.echoppe\\.(store\\.jooq|web\\.page).*"))
                        .filter(pack -> !pack.isAnnotatedWith(NullMarked.class)))
                .as("without @NullMarked in its package-info.java NullAway does not look at a package")
                .isEmpty();
    }

    static Stream<String> packages() {
        return FLOORS.stream().flatMap(Set::stream).sorted();
    }

    private static String[] outOfBounds(String name) {
        int floor = 0;
        while (!FLOORS.get(floor).contains(name)) {
            floor++;
        }
        var forbidden = new TreeSet<String>();
        FLOORS.subList(floor, FLOORS.size()).forEach(forbidden::addAll);
        forbidden.remove(name);
        forbidden.removeAll(SIDEWAYS.getOrDefault(name, Set.of()));
        return in(forbidden.toArray(String[]::new)).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> not(String name) {
        return DescribedPredicate.not(resideInAPackage("org.echoppe." + name + ".."));
    }

    private static String top(JavaClass type) {
        return type.getPackageName().replaceFirst("org\\.echoppe\\.?", "").replaceFirst("\\..*", "");
    }

    private static List<String> in(String... names) {
        return Arrays.stream(names).map(name -> "org.echoppe." + name + "..").toList();
    }

    private static Arguments only(List<String> users, String because, String... library) {
        return Arguments.of(
                users, because, Arrays.stream(library).map(name -> name + "..").toList());
    }
}
