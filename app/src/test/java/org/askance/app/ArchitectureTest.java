package org.askance.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.format.FormatStyle;

/// The plan of the house. Each rule was seen to fail on a class made to break it.
@AnalyzeClasses(packages = "org.askance", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] JAVAFX = {"javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.."};

    @ArchTest
    static final ArchRule storageModelAndAssetsDoNotKnowEachOther = slices()
            .matching("org.askance.(storage|model|assets)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyTheAppKnowsTheApp = noClasses().that()
            .resideInAnyPackage("org.askance.storage..", "org.askance.model..", "org.askance.assets..").should()
            .dependOnClassesThat().resideInAPackage("org.askance.app..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("org.askance.(*).(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule tensorsStayInModel = noClasses().that().resideOutsideOfPackage("org.askance.model..")
            .should().dependOnClassesThat().resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule sqlStaysInStorage = noClasses().that().resideOutsideOfPackage("org.askance.storage..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.sqlite..", "org.flywaydb..");

    @ArchTest
    static final ArchRule onlyWhatIsSeenKnowsJavaFx = noClasses().that()
            .resideInAnyPackage("org.askance.storage..", "org.askance.model..", "org.askance.assets..",
                    "org.askance.app.work..", "org.askance.app.cli..", "org.askance.app.text..",
                    "org.askance.app.error..")
            .should().dependOnClassesThat().resideInAnyPackage(JAVAFX);

    @ArchTest
    static final ArchRule viewModelsTouchNoControls = noClasses().that().haveSimpleNameEndingWith("ViewModel")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = slices()
            .matching(
                    "org.askance.app.(adjudicate|annotate|backups|browse|gold|guidelines|labels|manual|map|people|progress|queues|train|importing|exporting|device|encoders|duplicates|relinking|moving)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule sharedPiecesOfTheAppKnowNoFeature = noClasses().that()
            .resideInAnyPackage("org.askance.app.ui..", "org.askance.app.work..", "org.askance.app.text..",
                    "org.askance.app.error..", "org.askance.app.cli..")
            .should().dependOnClassesThat().resideInAnyPackage("org.askance.app.annotate..",
                    "org.askance.app.browse..", "org.askance.app.map..", "org.askance.app.train..",
                    "org.askance.app.importing..", "org.askance.app.exporting..",
                    "org.askance.app.device..", "org.askance.app.encoders..", "org.askance.app.backups..",
                    "org.askance.app.queues..", "org.askance.app.gold..", "org.askance.app.guidelines..",
                    "org.askance.app.people..", "org.askance.app.labels..", "org.askance.app.progress..",
                    "org.askance.app.adjudicate..", "org.askance.app.duplicates..", "org.askance.app.relinking..",
                    "org.askance.app.moving..", "org.askance.app.manual..");

    @ArchTest
    static final ArchRule arithmeticOnPlainArraysKnowsNothingElse = classes().that()
            .resideInAnyPackage("org.askance.model.geometry..", "org.askance.model.evaluation..",
                    "org.askance.model.selection..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..",
                    "org.askance.model.geometry..", "org.askance.model.evaluation..",
                    "org.askance.model.selection..");

    @ArchTest
    static final ArchRule networkBlocksKnowNoTraining = noClasses().that()
            .resideInAnyPackage("org.askance.model.block..", "org.askance.model.input..",
                    "org.askance.model.checkpoint..", "org.askance.model.device..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("org.askance.model.training..", "org.askance.model.inference..");

    @ArchTest
    static final ArchRule whatLearnsScalesByTensorsThatLive = noClasses().that()
            .resideInAnyPackage("org.askance.model.training..", "org.askance.model.block..")
            .should().callMethod(NDArray.class, "mul", Number.class)
            .orShould().callMethod(NDArray.class, "div", Number.class)
            .orShould().callMethod(NDArray.class, "pow", Number.class)
            .because("DJL frees the number's memory before gradients went back; see Losses.scale");

    @ArchTest
    static final ArchRule theHubKnowsFilesAndHttpOnly = noClasses().that().resideInAPackage("org.askance.model.hub..")
            .should().dependOnClassesThat().resideInAnyPackage("ai.djl..", "org.askance.model.checkpoint..",
                    "org.askance.model.block..", "org.askance.model.device..", "org.askance.model.input..");

    @ArchTest
    static final ArchRule onlyTheHubGoesToTheNetwork = noClasses().that()
            .resideOutsideOfPackage("org.askance.model.hub..").should().dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule theDatabaseDoorKnowsNoRows = noClasses().that()
            .resideInAnyPackage("org.askance.storage.sql..", "org.askance.storage.files..").should()
            .dependOnClassesThat().resideInAnyPackage("org.askance.storage.dataset..",
                    "org.askance.storage.annotation..", "org.askance.storage.run..",
                    "org.askance.storage.embedding..", "org.askance.storage.exchange..");

    @ArchTest
    static final ArchRule datesAreWrittenInTheProgramsLanguage = noClasses().that()
            .resideInAPackage("org.askance.app..").and().resideOutsideOfPackage("org.askance.app.text..")
            .should().dependOnClassesThat().areAssignableTo(FormatStyle.class)
            .because("each forgot the language once; see Dates");

    @ArchTest
    static final ArchRule onlyTheStartPrintsToTheTerminal = noClasses().that()
            .resideOutsideOfPackage("org.askance.app.cli..").and()
            .doNotHaveFullyQualifiedName("org.askance.app.Launcher").and()
            .doNotHaveFullyQualifiedName("org.askance.app.Rehearsal").should(ACCESS_STANDARD_STREAMS);
}
