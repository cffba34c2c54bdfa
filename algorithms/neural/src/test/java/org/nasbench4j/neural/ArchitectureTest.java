package org.nasbench4j.neural;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses neural =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.nasbench4j.neural.(*)..").should().beFreeOfCycles().check(neural);
  }

  @Test
  void ofOursOnlyTheDomainIsKnown() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.nasbench4j.neural..",
            "org.nasbench4j.space..",
            "org.nasbench4j.proxy",
            "org.nasbench4j.tensor",
            "org.nasbench4j.image",
            "org.nasbench4j.random",
            "org.nasbench4j.training",
            "org.nasbench4j.word",
            "ai.djl..",
            "org.jspecify..",
            "java..")
        .check(neural);
  }

  @Test
  void onlyTheEnginePackageTouchesTheNativeLibraryAndGradientModes() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.nasbench4j.neural.engine")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl.pytorch..")
        .check(neural);
  }
}
