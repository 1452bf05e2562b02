package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.MILLISECOND;
import static io.threadbridge.bridge.site.Shop.POLICY;
import static io.threadbridge.bridge.site.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteNews;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A site knows for a while which conversations were rated with a comment.
final class CommentsTest {
  private static final ConversationId ONE = new ConversationId("c-1");
  private static final ConversationId OTHER = new ConversationId("c-2");

  private final Instant noon = at("12:00");
  private final Shop shop = new Shop(POLICY, "11:00");

  @Test
  void aCommentIsKnownOnceSinceItWasGiven() {
    comments(ONE, noon);
    comments(ONE, noon.plus(MILLISECOND));
    comments(OTHER, noon.plus(MILLISECOND));

    Comments known = shop.state().comments();
    assertThat(known.between(noon, noon.plus(MILLISECOND))).containsExactly(ONE);
    assertThat(known.between(noon, noon.plusMillis(2))).containsExactly(OTHER, ONE);
    assertThat(known.between(noon.plus(MILLISECOND), noon.plusMillis(2))).containsExactly(OTHER);
  }

  @Test
  void aCommentIsForgottenWhenNoDigestCanTellOfItAnyMore() {
    comments(ONE, noon);
    comments(OTHER, noon.plus(MILLISECOND));
    Instant end = noon.plus(Comments.KEPT_FOR);

    assertThat(given(end.minus(MILLISECOND)).given()).containsOnlyKeys(ONE, OTHER);
    assertThat(given(end).given()).containsOnlyKeys(OTHER);
  }

  @Test
  void ofManyCommentsTheNewestAreKnown() {
    for (int comment = 0; comment <= Comments.KEPT_MAX; comment++) {
      comments(new ConversationId("c-" + comment), noon.plusSeconds(comment));
    }

    assertThat(shop.state().comments().given())
        .hasSize(Comments.KEPT_MAX)
        .doesNotContainKey(new ConversationId("c-0"));
  }

  private Comments given(Instant moment) {
    return shop.rules.at(shop.state(), moment).comments();
  }

  private void comments(ConversationId conversation, Instant moment) {
    shop.happens(new SiteEvent.Told(moment, moment, conversation, new SiteNews.Commented()));
  }
}
