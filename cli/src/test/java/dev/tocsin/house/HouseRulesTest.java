package dev.tocsin.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** What holds for all modules; the order of the engine's packages is held in the engine. */
@AnalyzeClasses(packages = "dev.tocsin", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  /** All but the engine, which has the rest. */
  private static final String[] OTHER_MODULES = {
    "dev.tocsin.api..",
    "dev.tocsin.channels..",
    "dev.tocsin.cli..",
    "dev.tocsin.dsl..",
    "dev.tocsin.evaluators..",
    "dev.tocsin.store..",
    "dev.tocsin.testkit..",
  };

  /** Ways to the time of day and to chance that bypass what a caller passes in. */
  private static final Map<String, Set<String>> CLOCKS_AND_DICE =
      Map.ofEntries(
          Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.time.Clock", Set.of("system", "systemUTC", "systemDefaultZone")),
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.InstantSource", Set.of("system")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.LocalTime", Set.of("now")),
          Map.entry("java.time.OffsetDateTime", Set.of("now")),
          Map.entry("java.time.ZonedDateTime", Set.of("now")),
          Map.entry("java.util.Date", Set.of("<init>")),
          Map.entry("java.util.Random", Set.of("<init>")),
          Map.entry("java.util.SplittableRandom", Set.of("<init>")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")));

  /**
   * What it is read for, if not for verdicts: the live clock, a stopwatch, the length of a tick or
   * of a snapshot, how long a caller waits, when a receiver may be asked again.
   */
  private static final Set<String> READ_THE_CLOCK =
      Set.of(
          "dev.tocsin.channels.retry.RetrySettings",
          "dev.tocsin.cli.Main",
          "dev.tocsin.live.LiveSettings",
          "dev.tocsin.replay.Replay",
          "dev.tocsin.live.Comeback",
          "dev.tocsin.live.Intake",
          "dev.tocsin.live.Persistence",
          "dev.tocsin.live.Receipts",
          "dev.tocsin.live.Ticks");

  @ArchTest
  static void everyModuleIsSeen(JavaClasses all) {
    for (String module : OTHER_MODULES) {
      assertThat(all.that(resideInAnyPackage(module))).as(module).isNotEmpty();
    }
    assertThat(all.that(resideOutsideOfPackages(OTHER_MODULES))).as("engine").isNotEmpty();
  }

  @ArchTest static final ArchRule apiStandsAlone = uses("dev.tocsin.api..", "nothing of ours");

  @ArchTest static final ArchRule dslStandsAlone = uses("dev.tocsin.dsl..", "nothing of ours");

  @ArchTest
  static final ArchRule channelsUseTheApi =
      uses("dev.tocsin.channels..", "only the api", "dev.tocsin.api..");

  @ArchTest
  static final ArchRule evaluatorsUseTheApi =
      uses("dev.tocsin.evaluators..", "only the api", "dev.tocsin.api..");

  @ArchTest
  static final ArchRule contractsUseTheApi =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tocsin.testkit.contract", "dev.tocsin.testkit.fake")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.tocsin..")
                  .and(
                      resideOutsideOfPackages(
                          "dev.tocsin.api..",
                          "dev.tocsin.testkit.contract",
                          "dev.tocsin.testkit.fake")))
          .because("house rule 'modules': contracts use the api, so that the engine can use them");

  @ArchTest
  static final ArchRule storeUsesApiDslAndEngine =
      noClasses()
          .that()
          .resideInAPackage("dev.tocsin.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tocsin.channels..",
              "dev.tocsin.cli..",
              "dev.tocsin.evaluators..",
              "dev.tocsin.testkit..")
          .because("house rule 'modules': the store uses api, dsl-grammar and the engine");

  /** Benchmarks and examples are not seen here. */
  @ArchTest
  static final ArchRule onlyTheCommandLineUsesTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.tocsin.cli..", "dev.tocsin.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tocsin.store..")
          .because("house rule 'modules': whoever does without a store can leave it out");

  @ArchTest
  static final ArchRule engineUsesApiAndDsl =
      noClasses()
          .that(resideOutsideOfPackages(OTHER_MODULES))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tocsin.channels..",
              "dev.tocsin.cli..",
              "dev.tocsin.evaluators..",
              "dev.tocsin.store..",
              "dev.tocsin.testkit..")
          .because(
              "house rule 'modules': the engine uses api and dsl-grammar, nothing else of ours");

  @ArchTest
  static final ArchRule antlrHasOneDoor = door("ANTLR", "dev.tocsin.dsl.parser", "org.antlr..");

  @ArchTest
  static final ArchRule snakeYamlHasOneDoor =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.tocsin.dsl.yaml", "dev.tocsin.dsl.rulefile", "dev.tocsin.dsl.testfile")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..")
          .because("house rule 'doors': SnakeYAML is read in dsl.yaml, for rule and test files");

  @ArchTest
  static final ArchRule commonsTextHasOneDoor =
      door("Commons Text", "dev.tocsin.dsl.diagnostic", "org.apache.commons.text..");

  @ArchTest
  static final ArchRule droolsHasOneDoor =
      door("Drools", "dev.tocsin.match.drools", "org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule re2jHasOneDoor = door("RE2/J", "dev.tocsin.event", "com.google.re2j..");

  @ArchTest
  static final ArchRule zstdHasOneDoor = door("aircompressor", "dev.tocsin.trace", "io.airlift..");

  @ArchTest
  static final ArchRule chronicleHasOneDoor =
      door("Chronicle", "dev.tocsin.store", "net.openhft..");

  @ArchTest
  static final ArchRule failsafeHasOneDoor =
      door("Failsafe", "dev.tocsin.channels.retry", "dev.failsafe..");

  @ArchTest
  static final ArchRule mailHasOneDoor =
      door("Jakarta Mail", "dev.tocsin.channels.email", "jakarta.mail..", "org.eclipse.angus..");

  @ArchTest
  static final ArchRule terminalsStayInTheCommandLine =
      door(
          "the terminal (JLine, progressbar, picocli)",
          "dev.tocsin.cli..",
          "org.jline..",
          "me.tongfei..",
          "picocli..");

  @ArchTest
  static final ArchRule testLibrariesStayInTheTestkit =
      door("JUnit and AssertJ", "dev.tocsin.testkit..", "org.junit..", "org.assertj..");

  @ArchTest
  static final ArchRule jacksonHasFewDoors =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.tocsin.admin",
              "dev.tocsin.channels.json",
              "dev.tocsin.cli.admin",
              "dev.tocsin.json",
              "dev.tocsin.price",
              "dev.tocsin.trace..")
          .and()
          .doNotHaveFullyQualifiedName("dev.tocsin.replay.JsonLines")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..")
          .because(
              "house rule 'one door': Jackson is used in dev.tocsin.admin, channels.json,"
                  + " cli.admin, json, price, trace, trace.document, trace.langsmith, trace.otlp"
                  + " and replay.JsonLines alone");

  @ArchTest
  static final ArchRule timeAndChanceAreArguments =
      noClasses()
          .that(
              describe(
                  "are not among " + READ_THE_CLOCK,
                  type -> !READ_THE_CLOCK.contains(type.getName())))
          .should()
          .accessTargetWhere(clockOrDice())
          .because(
              "house rule 'time and randomness are arguments': a verdict is a function of the"
                  + " engine's inputs; take an InstantSource or a seed");

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.tocsin.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .because("house rule 'the host is safe': only dev.tocsin.cli.Main ends the process");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Helper|Helpers|Util|Utils|Manager|Impl)")
          .because(
              "house rule 'whole domain words': a type is named by what it is;"
                  + " no Helper, Util, Manager, Impl");

  @ArchTest
  static final ArchRule nothingGoesInCircles =
      slices()
          .matching("dev.tocsin.(**)")
          .should()
          .beFreeOfCycles()
          .because("house rule 'no cycles': dependencies between packages have one direction");

  private static ArchRule uses(String module, String what, String... ours) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.tocsin..")
                .and(resideOutsideOfPackages(module))
                .and(resideOutsideOfPackages(ours)))
        .because("house rule 'modules': " + module + " uses " + what);
  }

  private static ArchRule door(String technology, String door, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(door)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because("house rule 'one door': " + technology + " is used in " + door + " alone");
  }

  private static DescribedPredicate<JavaAccess<?>> clockOrDice() {
    return describe(
        "the target reads a clock or throws dice",
        access -> {
          JavaClass owner = access.getTargetOwner();
          return CLOCKS_AND_DICE
              .getOrDefault(owner.getName(), Set.of())
              .contains(access.getTarget().getName());
        });
  }
}
