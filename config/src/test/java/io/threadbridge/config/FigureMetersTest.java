package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What is counted for the figures is counted for Prometheus too, with labels that are few.
final class FigureMetersTest {
  private static final DeskRef DESK = new DeskRef("slack:C1");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final FigureMeters figures = new FigureMeters(meters, new Shop());

  private static Noted noted(DeskRef desk, Fact... facts) {
    return new Noted(
        new SiteName("shop"),
        desk,
        Instant.parse("2035-06-04T12:00:00Z"),
        ZoneOffset.UTC,
        "en",
        "/paper",
        Optional.of("slack:U1"),
        List.of(facts));
  }

  private double counted(String desk, String kind) {
    return meters.get("threadbridge.figures").tags("desk", desk, "kind", kind).counter().count();
  }

  @Test
  void allMetersOfTheSettingsAreThereFromTheStart() {
    assertThat(meters.find("threadbridge.figures").counters()).hasSize(Kind.values().length);
    assertThat(counted("slack:C1", "missed")).isZero();
    assertThat(meters.get("threadbridge.first.answer").timer().count()).isZero();
    assertThat(meters.find("threadbridge.events").counters()).hasSize(Outcome.values().length);
  }

  @Test
  void anAnswerIsCountedWithItsLengthAndWhatFollowsFromIt() {
    figures.counted(noted(DESK, new Fact(Kind.FIRST_ANSWER, 12_000), Fact.of(Kind.BEGUN)));
    figures.counted(noted(DESK, new Fact(Kind.LATER_ANSWER, 3_000)));

    assertThat(counted("slack:C1", "begun")).isEqualTo(1);
    assertThat(counted("slack:C1", "first-answer")).isEqualTo(1);
    assertThat(counted("slack:C1", "answered-soon")).isZero();
    assertThat(counted("slack:C1", "answered-in-a-minute")).isEqualTo(1);
    assertThat(meters.get("threadbridge.first.answer").timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(12);
    assertThat(meters.get("threadbridge.later.answer").timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(3);
  }

  @Test
  void aDeskThatIsInTheSettingsNoMoreIsOther() {
    figures.counted(noted(new DeskRef("slack:C9"), Fact.of(Kind.BEGUN)));
    figures.counted(noted(new DeskRef("slack:C8"), Fact.of(Kind.BEGUN)));

    assertThat(counted("other", "begun")).isEqualTo(2);
    assertThat(meters.getMeters())
        .allSatisfy(
            meter ->
                assertThat(meter.getId().getTags().toString()).doesNotContain("C9", "C8", "U1"));
  }

  @Test
  void eventsAreCountedByWhatBecameOfThem() {
    figures.published(new SiteName("shop"), 3, new Delivery.Done(new PostRef("kept")));
    figures.published(new SiteName("shop"), 2, new Delivery.Later(Duration.ZERO, "429", ""));
    figures.published(new SiteName("shop"), 1, new Delivery.Later(Duration.ZERO, "401", "mend"));

    assertThat(events("done")).isEqualTo(3);
    assertThat(events("busy")).isEqualTo(2);
    assertThat(events("mend")).isEqualTo(1);
  }

  private double events(String outcome) {
    return meters.get("threadbridge.events").tags("outcome", outcome).counter().count();
  }

  /// The one site of these tests.
  private static final class Shop implements Sites {
    private final Site site =
        new Site(
            new SiteName("shop"),
            "Shop",
            List.of("https://shop.example"),
            DESK,
            List.of("en"),
            "en",
            ZoneOffset.UTC,
            List.of(),
            Duration.ofDays(1),
            Policy.DEFAULT,
            Staffing.NONE);

    @Override
    public Optional<Site> find(SiteName name) {
      return name.equals(site.name()) ? Optional.of(site) : Optional.empty();
    }

    @Override
    public List<Site> all() {
      return List.of(site);
    }
  }
}
