package io.threadbridge.config;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Component;

/// The rules of the house that Maven cannot see, for the packages below one base: the program's, or
/// the planted ones.
///
/// @param base such as `io.threadbridge`
record Walls(String base) {
  private static final Set<String> ADAPTERS =
      Set.of(
          "calendar",
          "contract",
          "hook",
          "mail",
          "memory",
          "pictures",
          "redis",
          "slack",
          "teams",
          "texts",
          "web");

  private static final List<String> RULES =
      List.of(
          "bridge.conversation",
          "bridge.digest",
          "bridge.figures",
          "bridge.hours",
          "bridge.site",
          "bridge.staffing");

  /// What the rules of a conversation may use beside themselves.
  private static final String[] PLAIN = {
    "java.lang", "java.lang.invoke", "java.lang.runtime", "java.util", "java.util.function",
    "java.util.regex", "java.util.stream", "java.time", "java.time.temporal", "java.time.format",
    "java.time.zone", "org.jspecify.annotations"
  };

  private static final Set<String> READING =
      Set.of(
          "java.io.InputStream",
          "java.io.IOException",
          "java.io.UncheckedIOException",
          "java.nio.charset.Charset",
          "java.nio.charset.StandardCharsets",
          "java.text.Normalizer",
          "java.text.Normalizer$Form");

  private static final Set<String> WORLDLY_LANG =
      Set.of("Thread", "Runtime", "Process", "ProcessBuilder", "ThreadLocal", "ScopedValue");

  /// Words that only one platform uses, alone or within a longer name.
  private static final String PLATFORMS_WORDS =
      "((ts|blocks|activity)|.*(Ts|Blocks|Activity))([A-Z_].*)?";

  /// The rules of a conversation and of a site, and hours and rotas, know no port, no application,
  /// no network, file, thread or clock.
  ArchRule conversationIsPlain() {
    DescribedPredicate<JavaClass> allowed =
        areRules()
            .or(resideInAnyPackage(in("bridge.recognition")))
            .or(resideInAnyPackage(PLAIN).and(describe("tells nothing", Walls::tellsNothing)))
            .or(describe("is an address", one -> one.isEquivalentTo(URI.class)));
    return classes().that(areRules()).should().onlyDependOnClassesThat(allowed);
  }

  private DescribedPredicate<JavaClass> areRules() {
    return resideInAnyPackage(RULES.stream().map(this::in).toArray(String[]::new));
  }

  /// Telling what words mean is as plain, but reads its own words, which lie beside its classes.
  ArchRule recognitionIsPlain() {
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(in("bridge.conversation"), in("bridge.recognition"))
            .or(resideInAnyPackage(PLAIN).and(describe("tells nothing", Walls::tellsNothing)))
            .or(describe("reads what lies beside it", one -> READING.contains(one.getFullName())));
    return classes()
        .that(resideInAPackage(in("bridge.recognition")))
        .should()
        .onlyDependOnClassesThat(allowed);
  }

  private static boolean tellsNothing(JavaClass one) {
    return !one.isAssignableTo(InstantSource.class)
        && !one.isAssignableTo(Clock.class)
        && !one.isAssignableTo(Random.class)
        && !WORLDLY_LANG.contains(one.getSimpleName());
  }

  /// They ask nothing of the machine either: no time, no chance, no environment.
  ArchRule conversationAsksNothing() {
    return noClasses()
        .that(areRules().or(resideInAnyPackage(in("bridge.recognition"))))
        .should()
        .accessTargetWhere(describe("asks the machine", Walls::asksTheMachine));
  }

  private static boolean asksTheMachine(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return switch (access.getName()) {
      case "now" -> owner.getPackageName().equals("java.time");
      case "random", "randomUUID" -> owner.getPackageName().startsWith("java.");
      default -> owner.isEquivalentTo(System.class);
    };
  }

  /// The bridge knows the JDK, JSpecify and itself.
  ArchRule bridgeIsPlainJava() {
    return classes()
        .that(resideInAPackage(in("bridge")))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(in("bridge"), "java..", "org.jspecify.."));
  }

  /// Ports are about conversations; who uses them they do not know.
  ArchRule portsDoNotKnowTheApplication() {
    return noClasses()
        .that(resideInAPackage(in("bridge.port")))
        .should()
        .dependOnClassesThat(resideInAPackage(in("bridge.application")));
  }

  /// No platform's words in the bridge.
  ArchRule bridgeSpeaksNoPlatformsWords() {
    return noMembers()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(in("bridge")))
        .should()
        .haveNameMatching(PLATFORMS_WORDS);
  }

  /// No adapter knows another.
  ArchRule adaptersDoNotKnowEachOther() {
    return slices().assignedFrom(new Adapters(base)).should().notDependOnEachOther();
  }

  /// What is there for tests is not part of the program.
  ArchRule testKeepersAreForTests() {
    return noClasses()
        .that(resideInAPackage(base + ".."))
        .and()
        .resideOutsideOfPackages(in("memory"), in("contract"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(in("memory"), in("contract")));
  }

  /// Nothing but the composition root knows the composition root.
  ArchRule onlyConfigKnowsConfig() {
    return noClasses()
        .that(resideInAPackage(base + ".."))
        .and()
        .resideOutsideOfPackage(in("config"))
        .should()
        .dependOnClassesThat(resideInAPackage(in("config")));
  }

  /// The sandbox knows nothing of ours: it is an honest opponent.
  ArchRule sandboxKnowsNothingOfOurs() {
    return noClasses()
        .that(resideInAPackage(in("sandbox")))
        .should()
        .dependOnClassesThat(
            resideInAPackage(base + "..")
                .and(DescribedPredicate.not(resideInAPackage(in("sandbox")))));
  }

  /// Nothing but the composition root knows the sandbox: to the others it is Slack.
  ArchRule onlyConfigKnowsTheSandbox() {
    return noClasses()
        .that(resideInAPackage(base + ".."))
        .and()
        .resideOutsideOfPackages(in("config"), in("sandbox"))
        .should()
        .dependOnClassesThat(resideInAPackage(in("sandbox")));
  }

  /// Beans are named in configurations, nothing is marked to be found.
  ArchRule beansAreNamedInConfigurationsOnly() {
    return noClasses()
        .that(resideInAPackage(base + ".."))
        .and()
        .resideOutsideOfPackage(in("config"))
        .and()
        .doNotHaveSimpleName("SandboxConfiguration")
        .and()
        .doNotHaveSimpleName("SandboxApplication")
        .should()
        .beMetaAnnotatedWith(Component.class);
  }

  /// Nobody looks for beans.
  ArchRule nothingIsScanned() {
    return noClasses()
        .that(resideInAPackage(base + ".."))
        .should()
        .beMetaAnnotatedWith(ComponentScan.class);
  }

  /// Nothing is filled by itself.
  ArchRule nothingIsAutowired() {
    return noMembers()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(base + ".."))
        .should()
        .beMetaAnnotatedWith(Autowired.class);
  }

  /// No static field ever changes.
  ArchRule staticFieldsAreFinal() {
    return fields()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(base + ".."))
        .and()
        .areStatic()
        .should()
        .beFinal();
  }

  /// Every adapter is a slice, everything else is none.
  private record Adapters(String base) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass one) {
      return ADAPTERS.stream()
          .filter(name -> resideInAPackage(base + "." + name + "..").test(one))
          .findFirst()
          .map(SliceIdentifier::of)
          .orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
      return "adapters";
    }
  }

  private String in(String packages) {
    return base + "." + packages + "..";
  }
}
