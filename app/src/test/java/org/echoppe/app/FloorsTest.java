package org.echoppe.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What screens may use, and why. The floors of the node itself are checked in node-core. */
class FloorsTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.echoppe.app");

    /** What is asked with and answered in: it does nothing by itself. */
    private static final DescribedPredicate<JavaClass> VALUES = DescribedPredicate.describe(
            "values",
            javaClass -> javaClass.reflect().isRecord() || javaClass.reflect().isEnum());

    @Test
    void onlyTheDesksAskTheNode() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.echoppe.app")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.echoppe.node..")
                .because("a screen asks its desk, which Background keeps off the window's thread and a test can play")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void theWindowTalksToTheNodeNotToItsInside() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.echoppe.store..",
                                "org.echoppe.repo..",
                                "org.echoppe.search..",
                                "org.echoppe.http..",
                                "org.echoppe.web..",
                                "org.echoppe.peerport..",
                                "org.echoppe.peers..")
                        .and(not(VALUES)))
                .because("what a screen shows must be what any other caller of the node would be told")
                .allowEmptyShould(true)
                .check(APP);
    }

    /** Each is called by a desk, which {@link org.echoppe.app.fx.OffWindow} guards, before there is a window, or by Background. */
    private static final Set<String> AT_FILES = Set.of(
            "ConfigFile",
            "Display",
            "NodePictures",
            "NodeSettings",
            "OpenedPapers",
            "Autostart",
            "LookFile",
            "RecoveryPage");

    @Test
    void onlyWhatIsKeptOffTheWindowsThreadTouchesFilesAndTheNetwork() {
        noClasses()
                .that(not(DescribedPredicate.<JavaClass>describe(
                        "kept off the window's thread", one -> AT_FILES.contains(one.getSimpleName()))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.nio.channels..", "java.net.http..", "java.sql..", "org.h2..")
                                .or(belongToAnyOf(
                                        Files.class,
                                        FileInputStream.class,
                                        FileOutputStream.class,
                                        FileReader.class,
                                        FileWriter.class,
                                        RandomAccessFile.class,
                                        Socket.class,
                                        ServerSocket.class)))
                .because("a slow disk or network would stop the window where no guard sees it")
                .check(APP);
    }

    @Test
    void aViewOnlyShows() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.echoppe.node..",
                                "org.echoppe.catalogue..",
                                "org.echoppe.replicas..",
                                "org.echoppe.discovery..",
                                "java.net..")
                        .and(not(VALUES)))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Files.class)
                .because("a view has no access to what is stored: every rule is in its Model, where a test reaches it")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void aModelKnowsNoWidget() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.kordamp..", "atlantafx..")
                .because("a model is tested without a window; properties and observable lists are all it needs")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void aScreenIsAFolderOfItsOwn() {
        slices().matching("org.echoppe.app.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("org.echoppe.app.fx.."))
                .because("a screen can then be changed or left out alone; what several need is in fx")
                .allowEmptyShould(true)
                .check(APP);
        noClasses()
                .that()
                .resideInAPackage("org.echoppe.app.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.echoppe.app")
                .because("the main window knows the screens, not they it")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void noMarkupAndNoContainer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.fxml..", "jakarta.inject..", "javax.inject..")
                .because("screens are Java that a reader can follow by clicking (docs/decisions)")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void aRoleIsSaidByTheNameAndNoNameSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto|Controller|Presenter)")
                .because("a screen is a View and a Model; other names hide what the class is for (docs/WORDS.md)")
                .allowEmptyShould(true)
                .check(APP);
        classes()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .notBeInterfaces()
                .because("there is one of each")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        assertThat(APP.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(pack -> !pack.isAnnotatedWith(NullMarked.class)))
                .as("without @NullMarked in its package-info.java NullAway does not look at a package")
                .isEmpty();
    }
}
