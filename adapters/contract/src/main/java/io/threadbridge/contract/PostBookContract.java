package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER_DESK;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.About;
import java.util.List;
import java.util.Optional;
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
    PostLink shared = new PostLink(DESK, new PostRef("1.2"), List.of(2, 3, 5));

    assertThat(posts().postHolding(ID, 1))
        .contains(new PostLink(DESK, new PostRef("1.1"), List.of(1)));
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

    assertThat(posts().postHolding(ID, 1))
        .contains(new PostLink(DESK, new PostRef("2.1"), List.of(1)));
    assertThat(posts().postHolding(ID, 2))
        .contains(new PostLink(DESK, new PostRef("1.1"), List.of(1, 2)));
  }

  @Test
  default void postsOfTwoDesksAreToldApartThoughTheyAreCalledTheSame() {
    begin(ID);
    Conversation next = Samples.waiting(ID, 3, NOON, NOON.plusSeconds(60));
    Message two = Samples.staffMessage(2, "Here");
    Message three = Samples.staffMessage(3, "There");
    store().save(saving(2, "second", next, NOON).appending(two, three).build());
    link("here", 3, "1.1", 2);
    linkAt(OTHER_DESK, "there", 4, "1.1", 3);

    assertThat(posts().postHolding(ID, 2)).contains(link(DESK, "1.1", 2));
    assertThat(posts().postHolding(ID, 3)).contains(link(OTHER_DESK, "1.1", 3));
    assertThat(about(DESK, "1.1")).contains(two);
    assertThat(about(OTHER_DESK, "1.1")).contains(three);
    assertThat(about(OTHER_DESK, "1.2")).isEmpty();
  }

  private Optional<Message> about(DeskRef desk, String post) {
    About about = new About.Post(desk, new PostRef(post));
    return store().load(ID, about, NOON).orElseThrow().about();
  }

  private static PostLink link(DeskRef desk, String post, Integer... seqs) {
    return new PostLink(desk, new PostRef(post), List.of(seqs));
  }

  private void link(String event, long version, String post, Integer... seqs) {
    linkAt(DESK, event, version, post, seqs);
  }

  private void linkAt(DeskRef desk, String event, long version, String post, Integer... seqs) {
    Conversation next = Samples.waiting(ID, 3, NOON, NOON.plusSeconds(60));
    store().save(saving(version, event, next, NOON).linkingAt(desk, post, seqs).build());
  }
}
