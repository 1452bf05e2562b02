package io.threadbridge.bridge.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each part of a site's state can be put in another's place, and nothing else changes with it.
final class SiteStateTest {
  private static final Instant NOON = Instant.parse("2035-06-04T09:00:00Z");
  private static final SiteState FRESH = SiteState.fresh(new SiteName("shop"), NOON);
  private static final Map<ConversationId, Instant> ONE = Map.of(new ConversationId("c1"), NOON);

  static List<SitePart> parts() {
    return List.of(
        new SiteMode.Form(FormReason.CLOSED, NOON, Optional.empty()),
        new Crowd(ONE, Map.of()),
        new Team(Optional.of(new Team.Seen(Set.of("slack:U0ANNA"), NOON)), Map.of(), List.of()),
        new FirstAnswers(List.of(new FirstAnswers.Answer(NOON, 9))),
        new Leads(ONE),
        new Comments(ONE),
        new Digests(Optional.of(LocalDate.of(2035, 6, 3)), Optional.empty()),
        new Words(1, List.of()),
        new Attendance(new TreeMap<>(), Optional.of(NOON)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void onlyThePartThatIsPutThereChanges(SitePart part) throws ReflectiveOperationException {
    List<Object> changed = new ArrayList<>();
    for (RecordComponent component : SiteState.class.getRecordComponents()) {
      Object now = component.getAccessor().invoke(FRESH.with(part));
      if (!now.equals(component.getAccessor().invoke(FRESH))) {
        changed.add(now);
      }
    }

    assertThat(changed).containsExactly(part);
  }

  @Test
  void everyPartIsTried() {
    assertThat(Stream.of(SitePart.class.getPermittedSubclasses()))
        .allSatisfy(kind -> assertThat(parts()).filteredOn(kind::isInstance).hasSize(1));
  }
}
