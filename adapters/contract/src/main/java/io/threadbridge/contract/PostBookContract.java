package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.PostRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/// All that a [PostBook] promises.
public interface PostBookContract extends ConversationKeeper {
  @Test
  default void aMessageThatIsNotOnTheDeskIsInNoPost() {
    begin(ID);

    assertThat(posts().postHolding(ID, 1)).isEmpty();
    assertThat(posts().postHolding(ID, 2)).isEmpty();
  }

  @Test
  default void aPostComesWithAllItsMessages() {
    begin(ID);
    link("second", 2, "1.1", 1);
    link("third", 3, "1.2", 2, 3, 5);
    PostLink shared = new PostLink(new PostRef("1.2"), List.of(2, 3, 5));

    assertThat(posts().postHolding(ID, 1)).contains(new PostLink(new PostRef("1.1"), List.of(1)));
    assertThat(posts().postHolding(ID, 2)).contains(shared);
    assertThat(posts().postHolding(ID, 3)).contains(shared);
    assertThat(posts().postHolding(ID, 4)).isEmpty();
    assertThat(posts().postHolding(ID, 5)).contains(shared);
  }

  @Test
  default void aMessagePostedAnewIsInTheLatestPost() {
    begin(ID);
    link("second", 2, "1.1", 1, 2);
    link("third", 3, "2.1", 1);

    assertThat(posts().postHolding(ID, 1)).contains(new PostLink(new PostRef("2.1"), List.of(1)));
    assertThat(posts().postHolding(ID, 2))
        .contains(new PostLink(new PostRef("1.1"), List.of(1, 2)));
  }

  private void link(String event, long version, String post, Integer... seqs) {
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(60));
    store().save(saving(version, event, next, NOON).linking(post, seqs).build());
  }
}
