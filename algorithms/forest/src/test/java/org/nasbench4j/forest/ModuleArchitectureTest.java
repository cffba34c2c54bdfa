package org.nasbench4j.forest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ModuleArchitectureTest {
  private final JavaClasses module = new ClassFileImporter().importPath("target/classes");

  @Test
  void theForestKnowsTheSearchPortAndSmileAndNothingElse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.nasbench4j.search",
            "org.nasbench4j.forest",
            "smile.base.cart",
            "smile.classification",
            "smile.data..")
        .check(module);
  }

  @Test
  void onlyTheProviderIsInThePublicSurface() {
    classes().that().arePublic().should().haveSimpleNameEndingWith("Provider").check(module);
  }

  @Test
  void nothingStaticCanChange() {
    fields().that().areStatic().should().beFinal().check(module);
  }
}
