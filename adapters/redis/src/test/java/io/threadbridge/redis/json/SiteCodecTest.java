package io.threadbridge.redis.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import io.threadbridge.bridge.site.SiteState;
import io.threadbridge.contract.Samples;
import io.threadbridge.contract.SiteSamples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is kept of a site, and what conversations tell it, is read again as it was written.
final class SiteCodecTest {
  private static final SiteState FULL = SiteSamples.all(new SiteName("shop")).getLast();

  static List<SiteNews> news() {
    return List.of(
        new SiteNews.WaitBegan(),
        new SiteNews.WaitEnded(),
        new SiteNews.FirstAnswer(Duration.ofMillis(38_001)),
        new SiteNews.Missed(),
        new SiteNews.LeadOpened(),
        new SiteNews.LeadEnded(),
        new SiteNews.Commented());
  }

  @ParameterizedTest
  @MethodSource("news")
  void whatAConversationTellsItsSiteIsReadAgain(SiteNews news) {
    Effect effect = new Effect.TellSite(news);

    assertThat(EffectCodec.read(EffectCodec.write(effect))).isEqualTo(effect);
  }

  @Test
  void everyNewsIsTried() {
    assertThat(news())
        .map(SiteNews::getClass)
        .hasSize(SiteNews.class.getPermittedSubclasses().length);
  }

  @Test
  void digestsOfEachDeskAreReadAgain() {
    assertThat(desks(FULL)).containsExactly(Optional.empty(), Optional.of(Samples.OTHER_DESK));
    assertThat(SiteStateCodec.read(SiteStateCodec.write(FULL))).isEqualTo(FULL);
  }

  @Test
  void anOlderDigestIsForTheSitesOwnDesk() {
    String older = SiteStateCodec.write(FULL).replaceFirst("\"digestDesk\":\"[^\"]*\",", "");

    assertThat(older).doesNotContain("digestDesk");
    assertThat(desks(SiteStateCodec.read(older)))
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void anOlderSiteKnowsOfNoComments() {
    String older = SiteStateCodec.write(FULL).replaceFirst("\"comments\":\\{[^}]*},", "");

    assertThat(FULL.comments().given()).isNotEmpty();
    assertThat(SiteStateCodec.read(older).comments().given()).isEmpty();
  }

  private static Stream<Optional<?>> desks(SiteState state) {
    return state.words().owed().stream()
        .filter(owed -> owed.tell() instanceof TellDigest)
        .map(owed -> ((TellDigest) owed.tell()).elsewhere());
  }
}
