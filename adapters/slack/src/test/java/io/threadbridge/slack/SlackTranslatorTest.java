package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import io.threadbridge.slack.SlackHappening.Nothing;
import io.threadbridge.slack.SlackHappening.OwnPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTranslatorTest {
  private static final String CARD = "1700000000.000100";

  private final SlackTranslator translator =
      new SlackTranslator(
          new StaffText(
              EmojiNames.load(),
              TestWords::say,
              user ->
                  switch (user) {
                    case "U0BEN" -> Optional.of("Ben");
                    case "U0BRIDGE" -> Optional.of("");
                    default -> Optional.empty();
                  }),
          new HungFiles(this::info));

  /// What Slack tells of the one file of which an event tells but the id.
  private Optional<JsonObject> info(String file) {
    return file.equals("F0FOREIGN")
        ? SlackJson.parse(
            """
            {"id":"F0FOREIGN","name":"theirs.png","mimetype":"image/png","size":77,"mode":"hosted"}
            """)
        : Optional.empty();
  }

  private static SharedFile file(String id, String name, String type, long size) {
    DeskRef desk = new DeskRef("slack:C0SALES");
    return new SharedFile(id, name, type, size, new SharedFile.Source.OnDesk(desk, id));
  }

  @Test
  void filesComeWithTheReplyOnWhichTheyHang() {
    assertThat(inThread("file-share").act())
        .isEqualTo(
            new Act.Wrote(
                "1700000050.000200",
                "",
                List.of(
                    file("F0BLUE", "blue.png", "image/png", 1_204),
                    file("F0PRICE", "price.pdf", "application/pdf", 88_412)),
                0));
  }

  @Test
  void whatSlackDoesNotHaveOrIsTooLargeIsWithheld() {
    assertThat(inThread("file-share-withheld").act())
        .isEqualTo(
            new Act.Wrote(
                "1700000050.000200",
                "It is the pump.",
                List.of(
                    file("F0FOREIGN", "theirs.png", "image/png", 77),
                    file("F0MOST", "scan.jpg", "image/jpeg", 8_388_608)),
                5));
  }

  @Test
  void aPostOfWhichEveryFileIsDeletedAndThatSaysNothingIsDeleted() {
    InThread reply = inThread("file-deleted-alone");
    assertThat(reply.act()).isEqualTo(new Act.Deleted("1700000050.000200"));
    assertThat(reply.thread()).isEqualTo(CARD);
    assertThat(translated("file-deleted-beside-words")).isInstanceOf(Nothing.class);
  }

  @Test
  void wordsBesideAFileAreChanged() {
    assertThat(inThread("edited-beside-a-file").act())
        .isEqualTo(new Act.Edited("1700000050.000200", "It is the pump."));
  }

  private SlackHappening translated(String name) {
    return translator.translate(Payloads.tree(name), Payloads.SELF);
  }

  private InThread inThread(String name) {
    return (InThread) translated(name);
  }

  private String wrote(String name) {
    return ((Act.Wrote) inThread(name).act()).text();
  }

  @Test
  void aReplyOfAPersonIsTheirWordsInItsThread() {
    InThread reply = inThread("reply");
    assertThat(reply.act())
        .isEqualTo(new Act.Wrote("1700000050.000200", "We have it in blue.", List.of(), 0));
    assertThat(reply.id().value()).isEqualTo("slack:C0SALES:1700000050.000200:wrote");
    assertThat(reply.thread()).isEqualTo(CARD);
    assertThat(reply.user()).isEqualTo("U0ANNA");
    assertThat(reply.rootIsOurs()).isTrue();
    assertThat(reply.foreign()).isFalse();
    assertThat(reply.at()).isEqualTo(Instant.parse("2023-11-14T22:14:10.000200Z"));
  }

  @Test
  void theSameReplyToldAgainHasTheSameId() {
    assertThat(inThread("reply-retried").id()).isEqualTo(inThread("reply").id());
  }

  @ParameterizedTest
  @CsvSource({
    "thread-broadcast, For everybody",
    "me-message, waves",
  })
  void otherKindsOfAPersonsReplyAreTheirWordsToo(String name, String text) {
    InThread reply = inThread(name);
    assertThat(reply.act()).isEqualTo(new Act.Wrote("1700000050.000200", text, List.of(), 0));
    assertThat(reply.rootIsOurs()).isTrue();
  }

  @Test
  void theRootIsTakenForOursUnlessSlackSaysOtherwise() {
    assertThat(inThread("reply-in-somebody-elses-thread").rootIsOurs()).isFalse();
    assertThat(inThread("reply-with-unknown-root").rootIsOurs()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "top-level",
        "root-of-a-thread",
        "unfurled",
        "language-detected",
        "made-a-broadcast",
        "changed-without-before-or-edit",
        "edited-into-a-command",
        "deleted-top-level",
        "tombstone-of-our-card",
        "own-card-updated",
        "own-reply-deleted",
        "other-bot",
        "other-bot-without-user",
        "slackbot",
        "workflow",
        "channel-join",
        "message-replied",
        "app-mention",
        "reaction-other",
        "reaction-own",
        "reaction-on-a-file",
        "button-of-another-kind",
        "button-on-no-message",
        "menu-left-empty",
        "modal-of-another-kind",
        "odd-types",
      })
  void whatIsNoWordOfAPersonsInAThreadIsNothing(String name) {
    assertThat(translated(name)).isInstanceOf(Nothing.class);
  }

  @Test
  void anEditIsNamedByItsMoment() {
    InThread edit = inThread("edited");
    assertThat(edit.act()).isEqualTo(new Act.Edited("1700000050.000200", "We have it in green."));
    assertThat(edit.id().value())
        .isEqualTo("slack:C0SALES:1700000050.000200:edited:1700000060.000000");
    assertThat(inThread("edited-without-before").id()).isEqualTo(edit.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deleted", "tombstone-of-a-reply"})
  void aDeletionAndATombstoneAreTheSame(String name) {
    InThread deletion = inThread(name);
    assertThat(deletion.act()).isEqualTo(new Act.Deleted("1700000050.000200"));
    assertThat(deletion.id().value()).isEqualTo("slack:C0SALES:1700000050.000200:deleted");
    assertThat(deletion.thread()).isEqualTo(CARD);
  }

  @Test
  void aDeletionMayNotTellItsThread() {
    assertThat(inThread("deleted-without-before").thread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "own-card, , 1700000000.000100, c1:7.1",
    "own-reply, 1700000000.000100, 1700000040.000100, c1:7.1",
    "own-reply-as-visitor, 1700000000.000100, 1700000040.000100, c1:7.1",
  })
  void ourOwnPostIsEvidenceAndNeverWords(String name, String thread, String ts, String batch) {
    assertThat(translated(name))
        .isEqualTo(
            new OwnPost(
                batch,
                new OwnPosts.Seen("C0SALES", Optional.ofNullable(thread), ts),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "reply-command-claim, CLAIM, wrote",
    "reply-command-close, CLOSE, wrote",
    "reply-command-nothing, NOTHING_OWED, wrote",
    "reply-command-done, LEAD_DONE, wrote",
    "reply-command-contact, ASK_CONTACT, wrote",
    "button-claim, CLAIM, button:U0ANNA:1700000090.000600:threadbridge.claim",
    "button-close, CLOSE, button:U0ANNA:1700000090.000600:threadbridge.close",
    "button-nothing-owed, NOTHING_OWED, button:U0ANNA:1700000090.000600:threadbridge.nothing-owed",
  })
  void commandsAndButtonsAreDeeds(String name, String deed, String what) {
    InThread told = inThread(name);
    assertThat(told.act()).isEqualTo(new Act.Did(Deed.valueOf(deed)));
    assertThat(told.id().value()).endsWith(":" + what);
    assertThat(told.thread()).isEqualTo(CARD);
  }

  @ParameterizedTest
  @CsvSource({
    "reaction-eyes, CLAIM, 1700000000.000100",
    "reaction-check, CLOSE, 1700000000.000100",
    "reaction-heavy-check, NOTHING_OWED, 1700000000.000100",
    "reaction-eyes-on-a-reply, CLAIM, 1700000050.000200",
  })
  void threeReactionsAreDeeds(String name, String deed, String post) {
    assertThat(translated(name))
        .isInstanceOfSatisfying(
            SlackHappening.Reacted.class,
            reacted -> {
              assertThat(reacted.deed().name()).isEqualTo(deed);
              assertThat(reacted.post()).isEqualTo(post);
              assertThat(reacted.id().value()).endsWith(":1700000080.000500");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"external-person", "button-external"})
  void whoComesFromAnotherFirmIsForeign(String name) {
    assertThat(inThread(name).foreign()).isTrue();
  }

  @Test
  void spansAreReadBeforeEntitiesAndEntitiesOnce() {
    assertThat(wrote("entities"))
        .isEqualTo(
            "Use <!channel> or &lt;b&gt; & @Ben  our team  our page (https://shop.example/x)"
                + " https://shop.example/ a@shop.example click 10:13 🎉 🔒 :own-emoji: 👍");
  }

  @Test
  void richTextIsReadAsTheStaffSeeIt() {
    assertThat(wrote("rich-text"))
        .isEqualTo(
            """
            Hi @Ben &lt; <b> 🎉
            1. one
            2. two (https://shop.example/x)
              • inner
            > quoted
            > twice
            a  <b>
              c""");
  }

  @Test
  void richTextThatIsNotUnderstoodGivesWayToTheText() {
    assertThat(wrote("rich-text-unknown-leaf")).isEqualTo("the <text> instead");
  }

  @Test
  void aLockByNameIsALock() {
    assertThat(wrote("lock-note")).isEqualTo("🔒 only for us");
  }

  @Test
  void whatCannotBeReadIsLeftOutButAFamilyStaysTogether() {
    assertThat(wrote("invisible")).isEqualTo("abcd 👨‍👩‍👧");
  }

  @Test
  void aChangedPersonIsForgottenAndTroubleIsTold() {
    assertThat(translated("user-change")).isEqualTo(new SlackHappening.PersonChanged("U0ANNA"));
    assertThat(translated("channel-archive"))
        .isEqualTo(new SlackHappening.Trouble("C0SALES", "channel_archive"));
    assertThat(translated("bot-left"))
        .isEqualTo(new SlackHappening.Trouble("C0SALES", "member_left_channel"));
    assertThat(translated("tokens-revoked"))
        .isEqualTo(new SlackHappening.Trouble("", "tokens_revoked"));
  }
}
