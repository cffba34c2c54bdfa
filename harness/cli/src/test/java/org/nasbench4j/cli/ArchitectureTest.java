package org.nasbench4j.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the command line. */
class ArchitectureTest {
  private final JavaClasses cli = new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.nasbench4j.(**)").should().beFreeOfCycles().check(cli);
  }

  @Test
  void arrowsPointFromCommandsDownToWhatTheyShare() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.nasbench4j.cli..")
        .layer("main")
        .definedBy("org.nasbench4j.cli")
        .layer("study")
        .definedBy("org.nasbench4j.cli.study")
        .layer("score")
        .definedBy("org.nasbench4j.cli.score")
        .layer("teacher")
        .definedBy("org.nasbench4j.cli.teacher")
        .layer("supernet")
        .definedBy("org.nasbench4j.cli.supernet")
        .layer("table")
        .definedBy("org.nasbench4j.cli.table")
        .layer("export")
        .definedBy("org.nasbench4j.cli.export")
        .layer("query")
        .definedBy("org.nasbench4j.cli.query")
        .layer("doctor")
        .definedBy("org.nasbench4j.cli.doctor")
        .layer("space")
        .definedBy("org.nasbench4j.cli.space")
        .layer("image")
        .definedBy("org.nasbench4j.cli.image")
        .layer("option")
        .definedBy("org.nasbench4j.cli.option")
        .layer("program")
        .definedBy("org.nasbench4j.cli.program")
        .ensureAllClassesAreContainedInArchitecture()
        .whereLayer("main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("main")
        .mayOnlyAccessLayers(
            "study",
            "score",
            "supernet",
            "teacher",
            "table",
            "export",
            "query",
            "doctor",
            "space",
            "program")
        .whereLayer("study")
        .mayOnlyAccessLayers("score", "supernet", "option", "program")
        .whereLayer("supernet")
        .mayOnlyAccessLayers("image", "option", "program")
        .whereLayer("score")
        .mayOnlyAccessLayers("teacher", "image", "option", "program")
        .whereLayer("teacher")
        .mayOnlyAccessLayers("image", "option", "program")
        .whereLayer("table")
        .mayOnlyAccessLayers("image", "option", "program")
        .whereLayer("export")
        .mayOnlyAccessLayers("option", "program")
        .whereLayer("query")
        .mayOnlyAccessLayers("option", "program")
        .whereLayer("doctor")
        .mayOnlyAccessLayers("option", "program")
        .whereLayer("space")
        .mayOnlyAccessLayers("program")
        .whereLayer("option")
        .mayOnlyAccessLayers("program")
        .whereLayer("image")
        .mayNotAccessAnyLayer()
        .whereLayer("program")
        .mayNotAccessAnyLayer()
        .check(cli);
  }

  @Test
  void whatRunsNoNetworksKnowsNoEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.nasbench4j.cli",
            "org.nasbench4j.cli.doctor",
            "org.nasbench4j.cli.export",
            "org.nasbench4j.cli.program",
            "org.nasbench4j.cli.query",
            "org.nasbench4j.cli.space",
            "org.nasbench4j.cli.study")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.nasbench4j.neural..")
        .check(cli);
  }

  @Test
  void whoWritesParquetFilesAloneKnowsTheLibrary() {
    noClasses()
        .that()
        .haveNameNotMatching(".*[.]export[.](ParquetExport|GzipPages)")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..")
        .check(cli);
  }

  @Test
  void onlyWhatAnotherPackageUsesIsPublic() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotAssignableTo(Main.class)
        .should(beUsedByAnotherPackage())
        .check(cli);
  }

  private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
    return new ArchCondition<>("be used by another package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used =
            type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
        events.add(
            new SimpleConditionEvent(type, used, type.getName() + " is used by its package only"));
      }
    };
  }
}
