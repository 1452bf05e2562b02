package io.threadbridge.config;

import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Cell;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.config.Workspace.DeskThread;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a firm's warehouse is told by the whole program is what the program counts itself.
final class EventsIT {
  private static final SiteName SHOP = new SiteName("shop");

  @AutoClose private final Receiver warehouse = new Receiver();

  private Program program() {
    return Program.start(
        "--threadbridge.sites.shop.origins={address}",
        "--threadbridge.sites.shop.desk=slack:" + DESK,
        "--threadbridge.sites.shop.events.address=" + warehouse.address(),
        "--threadbridge.sites.shop.events.secret=s3cret");
  }

  @Test
  void theyAddUpToTheFigures() {
    try (Program program = program();
        VisitorClient visitor = VisitorClient.at(program, SHOP.value())) {
      int _ = visitor.say("Do you sell ink?");
      DeskThread thread = program.workspace().thread(DESK, "Do you sell ink?");
      String _ = thread.reply(ANNA, "Yes, we do.");
      var _ = visitor.hears("staff", "Yes, we do.");
      thread.press(ANNA, "threadbridge.close");

      Eventually.holds("the end is told", () -> told(Kind.ENDED_BY_STAFF) == 1);
      Eventually.holds("the figures have it", () -> summed().equals(figures(program)));
      assertThat(told(Kind.BEGUN)).isEqualTo(1);
      assertThat(told(Kind.FIRST_ANSWER)).isEqualTo(1);
      assertThat(bodies()).allMatch(body -> !body.contains("ink") && !body.contains("slack:U"));
      assertThat(warehouse.calls()).allMatch(call -> call.signature().startsWith("t="));
      assertThat(bodies().get(1)).startsWith(bodies().getFirst().replace("]}", ""));
    }
  }

  private List<String> bodies() {
    return warehouse.calls().stream().map(Receiver.Call::body).toList();
  }

  private long told(Kind kind) {
    return events().values().stream()
        .flatMap(noted -> noted.facts().stream())
        .filter(fact -> fact.kind() == kind)
        .count();
  }

  /// The first of each id, as the manual says.
  private Map<String, Noted> events() {
    Map<String, Noted> events = new LinkedHashMap<>();
    for (String body : bodies()) {
      for (JsonNode event : Program.JSON.readTree(body).path("events")) {
        events.putIfAbsent(event.path("id").stringValue(), noted(event));
      }
    }
    return events;
  }

  private static Noted noted(JsonNode event) {
    return new Noted(
        new SiteName(event.path("site").stringValue()),
        new DeskRef(event.path("desk").stringValue()),
        Instant.parse(event.path("at").stringValue()),
        ZoneId.of(event.path("zone").stringValue()),
        event.path("language").stringValue(),
        event.path("page").stringValue(),
        Optional.empty(),
        StreamSupport.stream(event.path("facts").spliterator(), false)
            .map(fact -> new Fact(kind(fact), fact.path("millis").longValue(0)))
            .toList());
  }

  private static Kind kind(JsonNode fact) {
    String name = fact.path("kind").stringValue();
    return Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static LocalDate today(Program program) {
    return LocalDate.ofInstant(program.part(InstantSource.class).instant(), ZoneId.of("UTC"));
  }

  private Figures summed() {
    LocalDate day = events().values().iterator().next().at().atZone(ZoneId.of("UTC")).toLocalDate();
    FiguresBuilder sum = new FiguresBuilder(day.minusDays(1), day.plusDays(1));
    events().values().forEach(noted -> Cell.of(noted).forEach(cell -> sum.in(cell, 1)));
    return sum.build();
  }

  private static Figures figures(Program program) {
    LocalDate day = today(program);
    return program
        .part(FiguresStore.class)
        .read(SHOP, Optional.empty(), day.minusDays(1), day.plusDays(1));
  }
}
