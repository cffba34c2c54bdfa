package org.nasbench4j.algorithms;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.nasbench4j.objective.ValueScale;

class ModuleArchitectureTest {
  private final JavaClasses module = new ClassFileImporter().importPath("target/classes");

  @Test
  void methodsKnowTheSearchPortAndTheSpacesAndNothingElseOfOurs() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.nasbench4j.search",
                    "org.nasbench4j.space",
                    "org.nasbench4j.algorithms..")
                .or(assignableTo(ValueScale.class)))
        .check(module);
  }

  @Test
  void methodsDoNotKnowEachOther() {
    slices()
        .matching("org.nasbench4j.algorithms.(*)..")
        .should()
        .notDependOnEachOther()
        .check(module);
  }

  @Test
  void onlyProvidersAreInThePublicSurface() {
    classes().that().arePublic().should().haveSimpleNameEndingWith("Provider").check(module);
  }

  @Test
  void nothingStaticCanChange() {
    fields().that().areStatic().should().beFinal().check(module);
  }
}
