package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.calendar.CalendarRota;
import io.threadbridge.config.planted.bridge.application.Loop;
import io.threadbridge.config.planted.bridge.conversation.Rules;
import io.threadbridge.config.planted.bridge.hours.Week;
import io.threadbridge.config.planted.bridge.port.Port;
import io.threadbridge.config.planted.bridge.recognition.Words;
import io.threadbridge.config.planted.bridge.site.Queue;
import io.threadbridge.config.planted.config.Setting;
import io.threadbridge.config.planted.redis.Keeper;
import io.threadbridge.config.planted.sandbox.Pretend;
import io.threadbridge.config.planted.slack.Desk;
import io.threadbridge.config.planted.web.Door;
import io.threadbridge.hook.HttpHooks;
import io.threadbridge.mail.SmtpMailOut;
import io.threadbridge.memory.MemoryStore;
import io.threadbridge.pictures.DrawnPictures;
import io.threadbridge.redis.RedisClock;
import io.threadbridge.sandbox.SandboxConfiguration;
import io.threadbridge.slack.SlackDesk;
import io.threadbridge.texts.IcuTexts;
import io.threadbridge.web.VisitorRoutes;
import io.threadbridge.widget.WidgetFiles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// The program keeps the rules of the house, and each rule catches what is planted to break it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
  private static final String PROGRAM = "io.threadbridge";
  private static final String PLANTED = "io.threadbridge.config.planted";

  /// One rule, and what it must catch among the planted classes.
  private record Wall(String name, Function<Walls, ArchRule> rule, List<Class<?>> caught) {
    Wall(String name, Function<Walls, ArchRule> rule, Class<?>... caught) {
      this(name, rule, List.of(caught));
    }
  }

  private static final List<Wall> WALLS =
      List.of(
          new Wall(
              "conversation and hours are plain",
              Walls::conversationIsPlain,
              Rules.KnowsAPort.class,
              Rules.KnowsTheApplication.class,
              Rules.TakesAClock.class,
              Rules.OpensASocket.class,
              Rules.ReadsAFile.class,
              Rules.NamesAFile.class,
              Rules.Shares.class,
              Rules.RollsDice.class,
              Week.TakesAClock.class,
              Week.KnowsAPort.class,
              Queue.KnowsAPort.class),
          new Wall(
              "recognition is plain",
              Walls::recognitionIsPlain,
              Words.KnowsAPort.class,
              Words.ReadsAFile.class,
              Words.TakesAClock.class),
          new Wall(
              "conversation and hours ask nothing",
              Walls::conversationAsksNothing,
              Rules.AsksTheTime.class,
              Rules.MeasuresTime.class,
              Rules.MakesNames.class,
              Week.AsksTheTime.class),
          new Wall(
              "the bridge is plain Java",
              Walls::bridgeIsPlainJava,
              Loop.KnowsSpring.class,
              Loop.KnowsJackson.class,
              Loop.KnowsLettuce.class,
              Loop.KnowsSlack.class),
          new Wall(
              "ports do not know the application",
              Walls::portsDoNotKnowTheApplication,
              Port.KnowsTheApplication.class),
          new Wall(
              "the bridge speaks no platform's words",
              Walls::bridgeSpeaksNoPlatformsWords,
              Port.SpeaksOfTs.class,
              Port.SpeaksOfBlocks.class,
              Port.SpeaksOfActivities.class),
          new Wall(
              "adapters do not know each other",
              Walls::adaptersDoNotKnowEachOther,
              Keeper.KnowsAnother.class),
          new Wall(
              "tests' keepers are for tests",
              Walls::testKeepersAreForTests,
              Keeper.KnowsATestsKeeper.class),
          new Wall(
              "only config knows config",
              Walls::onlyConfigKnowsConfig,
              Door.KnowsTheSettings.class),
          new Wall(
              "the sandbox knows nothing of ours",
              Walls::sandboxKnowsNothingOfOurs,
              Pretend.KnowsAPort.class),
          new Wall(
              "only config knows the sandbox",
              Walls::onlyConfigKnowsTheSandbox,
              Desk.KnowsTheSandbox.class),
          new Wall(
              "beans are named in configurations only",
              Walls::beansAreNamedInConfigurationsOnly,
              Desk.IsAComponent.class,
              Desk.IsAService.class),
          new Wall("nothing is scanned", Walls::nothingIsScanned, Setting.Scans.class),
          new Wall("nothing is autowired", Walls::nothingIsAutowired, Desk.IsFilled.class),
          new Wall(
              "static fields are final", Walls::staticFieldsAreFinal, Door.RemembersForAll.class));

  /// One class of each module: where it lies, the others lie. Looking through the whole class path
  /// takes half a minute.
  private final JavaClasses program =
      classesBeside(
          ConversationId.class,
          CalendarRota.class,
          HttpHooks.class,
          SmtpMailOut.class,
          MemoryStore.class,
          DrawnPictures.class,
          RedisClock.class,
          SlackDesk.class,
          IcuTexts.class,
          VisitorRoutes.class,
          WidgetFiles.class,
          SandboxConfiguration.class,
          Threadbridge.class);

  private final JavaClasses planted =
      classesBeside(ArchitectureTest.class)
          .that(JavaClass.Predicates.resideInAPackage(PLANTED + ".."));

  private static JavaClasses classesBeside(Class<?>... some) {
    return new ClassFileImporter()
        .importLocations(
            Stream.of(some)
                .map(one -> Location.of(one.getProtectionDomain().getCodeSource().getLocation()))
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> theProgramKeeps() {
    Walls walls = new Walls(PROGRAM);
    return each(wall -> wall.rule.apply(walls).check(program));
  }

  @TestFactory
  Stream<DynamicTest> plantedViolationsAreCaught() {
    Walls walls = new Walls(PLANTED);
    return each(
        wall -> {
          String report =
              wall.rule.apply(walls).evaluate(planted).getFailureReport().getDetails().toString();
          assertThat(wall.caught)
              .isNotEmpty()
              .allSatisfy(broken -> assertThat(report).contains(broken.getName()));
        });
  }

  private static Stream<DynamicTest> each(Consumer<Wall> check) {
    return WALLS.stream().map(wall -> DynamicTest.dynamicTest(wall.name, () -> check.accept(wall)));
  }

  /// A rule about classes that nobody imported would hold for ever.
  @Test
  void everyModuleIsLookedAt() {
    Pattern module = Pattern.compile("io\\.threadbridge\\.([a-z]+).*");
    assertThat(
            program.stream()
                .map(one -> module.matcher(one.getPackageName()).replaceFirst("$1"))
                .distinct())
        .contains(
            "bridge",
            "calendar",
            "config",
            "hook",
            "mail",
            "memory",
            "pictures",
            "redis",
            "sandbox",
            "slack",
            "texts",
            "web",
            "widget");
  }
}
