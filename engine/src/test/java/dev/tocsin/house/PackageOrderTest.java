package dev.tocsin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The packages of the engine have one order, the one in docs/architecture.md. */
@AnalyzeClasses(packages = "dev.tocsin", importOptions = DoNotIncludeTests.class)
class PackageOrderTest {
  /** Each uses only those before it. */
  private static final List<String> ORDER =
      List.of(
          "dev.tocsin.window",
          "dev.tocsin.drift",
          "dev.tocsin.event",
          "dev.tocsin.codec",
          "dev.tocsin.routing",
          "dev.tocsin.plan",
          "dev.tocsin.lint",
          "dev.tocsin.lint.allow",
          "dev.tocsin.template",
          "dev.tocsin.sample",
          "dev.tocsin.aggregate",
          "dev.tocsin.match",
          "dev.tocsin.match.drools",
          "dev.tocsin.explain",
          "dev.tocsin.alert",
          "dev.tocsin.price",
          "dev.tocsin.json",
          "dev.tocsin.route",
          "dev.tocsin.action",
          "dev.tocsin.journal",
          "dev.tocsin.core",
          "dev.tocsin.evaluate",
          "dev.tocsin.trace.record",
          "dev.tocsin.trace",
          "dev.tocsin.trace.document",
          "dev.tocsin.trace.otlp",
          "dev.tocsin.trace.langsmith",
          "dev.tocsin.trace.datadog",
          "dev.tocsin.trace.langfuse",
          "dev.tocsin.trace.litellm",
          "dev.tocsin.trace.helicone",
          "dev.tocsin.trace.csv",
          "dev.tocsin.replay",
          "dev.tocsin.live",
          "dev.tocsin.admin",
          "dev.tocsin");

  @ArchTest
  static final ArchRule everyPackageHasItsPlace =
      classes()
          .that()
          .resideOutsideOfPackages("dev.tocsin.api..", "dev.tocsin.dsl..", "dev.tocsin.testkit..")
          .should()
          .resideInAnyPackage(ORDER.toArray(String[]::new))
          .because(
              "house rule 'package order': a new package of the engine gets its place in"
                  + " PackageOrderTest.ORDER and in docs/architecture.md");

  @ArchTest
  static void eachPackageUsesOnlyThoseBeforeIt(JavaClasses engine) {
    for (int place = 0; place < ORDER.size() - 1; place++) {
      List<String> later = ORDER.subList(place + 1, ORDER.size());
      noClasses()
          .that()
          .resideInAPackage(ORDER.get(place))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later.toArray(String[]::new))
          .because(
              "house rule 'package order': each package of the engine uses only those before it in "
                  + ORDER)
          .check(engine);
    }
  }

  @ArchTest
  static final ArchRule nothingGoesInCircles =
      slices()
          .matching("dev.tocsin.(**)")
          .should()
          .beFreeOfCycles()
          .because("house rule 'no cycles': dependencies between packages have one direction");
}
