package io.threadbridge.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every story of `src/test/resources/stories`, from the same text on every platform that can do
/// what it needs, through the whole program with its Redis and the sandbox. What a platform cannot
/// stands in `docs/platforms.md`.
///
/// Stories play on three kinds of sites: `calm`, where nothing comes by itself for ten minutes;
/// `hurried`, where a visitor who waits is comforted after a second, the desk called after two, Ben
/// after three, a choice given after four and Olena told after five; and `quiet`, where a visitor
/// who says no more is asked, warned and left within seconds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StoryIT {
  @AutoClose private final Program program = Program.start(settings());

  @BeforeAll
  void liftTheSandboxesRates() {
    program.workspace().wish("rates", Map.of("enabled", false));
    program.workspace().wish("teams/limits", Map.of("enabled", false));
  }

  private static String[] settings() {
    List<String> all = new ArrayList<>(List.of("--threadbridge.slack.posts-per-second=0"));
    for (Platform platform : Platform.values()) {
      site(all, platform, "calm", "timers.first-hold=10m", "on-call.capacity-per-person=100");
      site(
          all,
          platform,
          "hurried",
          "escalation.first[0]=1s hold",
          "escalation.first[1]=2s call-desk",
          "escalation.first[2]=3s tell-on-call",
          "escalation.first[3]=4s hold-with-choice",
          "escalation.first[4]=5s tell-manager",
          "on-call.layers[0].start=2026-01-05",
          "on-call.layers[0].people[0].id=" + platform.person(Colleague.BEN),
          "on-call.layers[0].people[0].name=" + platform.nameOf(Colleague.BEN),
          "on-call.manager.id=" + platform.person(Colleague.OLENA),
          "on-call.manager.name=" + platform.nameOf(Colleague.OLENA));
      site(
          all,
          platform,
          "quiet",
          "timers.first-hold=10m",
          "timers.ask=1s",
          "timers.warn=1s",
          "timers.leave=1s",
          "timers.farewell-close=1s");
    }
    return all.toArray(String[]::new);
  }

  private static void site(List<String> all, Platform platform, String kind, String... keys) {
    String prefix = "--threadbridge.sites." + platform.site(kind) + ".";
    all.add(prefix + "origins={address}");
    all.add(prefix + "desk=" + platform.desk());
    Stream.of(keys).map(key -> prefix + key).forEach(all::add);
  }

  static Stream<Arguments> everyStoryOnEveryPlatformThatCan() {
    return Stream.of(Platform.values())
        .flatMap(
            platform ->
                Story.all().stream()
                    .filter(story -> platform.capabilities().containsAll(story.needs()))
                    .map(story -> Arguments.of(platform, story)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyStoryOnEveryPlatformThatCan")
  void aStoryHoldsOnAPlatform(Platform platform, Story story) {
    StaffHands hands = platform.hands(program);
    try (StoryStage stage = new StoryStage(program, platform.site(story.site()), hands)) {
      stage.play(story);
    }
  }
}
