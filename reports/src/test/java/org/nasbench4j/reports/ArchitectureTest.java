package org.nasbench4j.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses reports = new ClassFileImporter().importPath("target/classes");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.nasbench4j.reports.(*)..").should().beFreeOfCycles().check(reports);
  }

  @Test
  void ofOursOnlyTheDomainIsKnown() {
    classes()
        .that()
        .resideInAPackage("org.nasbench4j.reports..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.nasbench4j.reports..",
            "org.nasbench4j.study",
            "org.nasbench4j.stats",
            "org.nasbench4j.io",
            "org.nasbench4j.table",
            "org.icepear.echarts..",
            "com.fasterxml.jackson..",
            "org.apache.commons.csv..",
            "org.jspecify..",
            "java..")
        .check(reports);
  }

  @Test
  void onlyTheChartPackageKnowsTheChartingLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.nasbench4j.reports.chart")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.icepear.echarts..")
        .check(reports);
  }

  @Test
  void theModelKnowsNoFormat() {
    noClasses()
        .that()
        .resideInAPackage("org.nasbench4j.reports.model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.nasbench4j.reports.assembly",
            "org.nasbench4j.reports.chart",
            "org.nasbench4j.reports.format",
            "com.fasterxml.jackson..",
            "org.apache.commons.csv..")
        .check(reports);
  }
}
