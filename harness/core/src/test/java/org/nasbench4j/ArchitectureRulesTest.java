package org.nasbench4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the core, and where randomness and time may not come from. */
class ArchitectureRulesTest {
  // Not importPackages, which reads the whole class path and takes ten times as long.
  private static final JavaClasses CORE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("org.nasbench4j.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void areasAreFreeOfCycles() {
    slices().matching("org.nasbench4j.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void arrowsPointFromStudiesDownToSpaces() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.nasbench4j..")
        .withOptionalLayers(true)
        .layer("space")
        .definedBy("org.nasbench4j.space..")
        .layer("table")
        .definedBy("org.nasbench4j.table..")
        .layer("objective")
        .definedBy("org.nasbench4j.objective..")
        .layer("budget")
        .definedBy("org.nasbench4j.budget..")
        .layer("search")
        .definedBy("org.nasbench4j.search..")
        .layer("proxy")
        .definedBy("org.nasbench4j.proxy..")
        .layer("study")
        .definedBy("org.nasbench4j.study..")
        .layer("stats")
        .definedBy("org.nasbench4j.stats..")
        .layer("tensor")
        .definedBy("org.nasbench4j.tensor..")
        .whereLayer("tensor")
        .mayNotAccessAnyLayer()
        .layer("image")
        .definedBy("org.nasbench4j.image..")
        .whereLayer("image")
        .mayNotAccessAnyLayer()
        .layer("word")
        .definedBy("org.nasbench4j.word..")
        .whereLayer("word")
        .mayNotAccessAnyLayer()
        .layer("work")
        .definedBy("org.nasbench4j.work..")
        .whereLayer("work")
        .mayNotAccessAnyLayer()
        .layer("io")
        .definedBy("org.nasbench4j.io..")
        .whereLayer("io")
        .mayNotAccessAnyLayer()
        .layer("random")
        .definedBy("org.nasbench4j.random..")
        .whereLayer("random")
        .mayOnlyAccessLayers("io")
        .layer("journal")
        .definedBy("org.nasbench4j.journal..")
        .whereLayer("journal")
        .mayOnlyAccessLayers("io", "work", "table")
        .layer("training")
        .definedBy("org.nasbench4j.training..")
        .whereLayer("training")
        .mayOnlyAccessLayers("journal", "space", "table")
        .layer("score")
        .definedBy("org.nasbench4j.score..")
        .whereLayer("score")
        .mayOnlyAccessLayers("journal", "space", "table", "objective", "proxy")
        .whereLayer("space")
        .mayOnlyAccessLayers("random")
        .whereLayer("stats")
        .mayNotAccessAnyLayer()
        .whereLayer("table")
        .mayOnlyAccessLayers("io", "word", "space")
        .whereLayer("objective")
        .mayOnlyAccessLayers("word", "space", "table")
        .whereLayer("budget")
        .mayOnlyAccessLayers("word", "space", "table", "objective")
        .whereLayer("search")
        .mayOnlyAccessLayers("word", "space", "table", "objective", "budget")
        .whereLayer("proxy")
        .mayOnlyAccessLayers("word", "space", "table", "objective", "budget")
        .layer("doctor")
        .definedBy("org.nasbench4j.doctor..")
        .whereLayer("doctor")
        .mayOnlyAccessLayers("word", "space", "table")
        .whereLayer("doctor")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("study")
        .mayNotBeAccessedByAnyLayer()
        .check(CORE);
  }

  @Test
  void nobodyUsesInternalsOfOthers() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("..internal..").and(not(resideInAPackage("org.nasbench4j.."))))
        .check(CORE);
  }

  @Test
  void randomnessAndTheTimeOfDayAreHandedIn() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CORE);
  }

  @Test
  void staticFieldsAreConstants() {
    fields().that().areStatic().should().beFinal().check(CORE);
  }
}
