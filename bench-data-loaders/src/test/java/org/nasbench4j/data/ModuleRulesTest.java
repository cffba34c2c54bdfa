package org.nasbench4j.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {
  private static final JavaClasses LOADERS =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("org.nasbench4j.data.(**)").should().beFreeOfCycles().check(LOADERS);
  }

  @Test
  void benchmarksDoNotKnowTheTableFileFormat() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.nasbench4j.data.compact..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nasbench4j.data.compact..", "io.jhdf..")
        .check(LOADERS);
  }

  @Test
  void loadersKnowNoOtherModuleThanCore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.nasbench4j.algorithms..",
            "org.nasbench4j.reports..",
            "org.nasbench4j.cli..",
            "org.nasbench4j.study..")
        .check(LOADERS);
  }
}
