package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime.Carried;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.Commanded;
import io.threadbridge.teams.TeamsHappening.InThread;
import io.threadbridge.teams.TeamsHappening.Mended;
import io.threadbridge.teams.TeamsHappening.Nothing;
import io.threadbridge.teams.TeamsHappening.Trouble;
import io.threadbridge.teams.TeamsHappening.UnderACall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsTranslatorTest {
  private static final String POST = "1772441990012";
  private static final String CONVERSATION = Desks.PLACE.conversation(Desks.THREAD);

  private final OwnRoots roots = new OwnRoots(new ManualClock(Instant.EPOCH));
  private final TeamsTranslator translator =
      new TeamsTranslator(Desks.DOORS, roots, new TeamsReading(Desks.BOT, () -> "our team"));

  private TeamsHappening translated(String name) {
    return translator.translate(Payloads.told(name));
  }

  private InThread inThread(String name) {
    return (InThread) translated(name);
  }

  private static Act wrote(String text) {
    return new Act.Wrote(POST, text, List.of(), 0);
  }

  @Test
  void aReplyOfAPersonIsTheirWordsInItsThread() {
    InThread reply = inThread("reply");
    assertThat(reply.act()).isEqualTo(wrote("We have it in blue."));
    assertThat(reply.id().value()).isEqualTo("teams:%s:%s:wrote", CONVERSATION, POST);
    assertThat(reply.desk()).isEqualTo(Desks.DESK);
    assertThat(reply.thread()).isEqualTo(Desks.THREAD);
    assertThat(reply.account()).isEqualTo(Desks.ANNA);
    assertThat(reply.at()).isEqualTo(Instant.parse("2026-03-02T08:59:50.012Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "reply-text-only, 'We have it in blue & in green.'",
    "reply-mention, 'We have it, says @Ben Holm.'",
    "reply-mention-text-only, 'We have it, says @Ben Holm. <at>not a mention</at>'",
    "note, // she is from the fair",
  })
  void aReplyIsPlainWords(String name, String text) {
    assertThat(inThread(name).act()).isEqualTo(wrote(text));
  }

  @Test
  void whoIsMentionedTheListOfMentionsSaysAndNotTheWordsThatShowIt() {
    ObjectNode tree = (ObjectNode) Payloads.tree("reply-mention");
    ((ObjectNode) tree.at("/entities/1/mentioned")).put("name", "Bea");
    InThread reply = (InThread) translator.translate(new Told(tree));
    assertThat(reply.act()).isEqualTo(wrote("We have it, says @Bea."));
    ((ObjectNode) tree.at("/entities/1/mentioned")).put("id", "19:lunch@thread.tacv2");
    reply = (InThread) translator.translate(new Told(tree));
    assertThat(reply.act()).isEqualTo(wrote("We have it, says our team."));
  }

  @Test
  void aLongReplyIsCutBetweenCharacters() {
    ObjectNode tree = (ObjectNode) Payloads.tree("reply-text-only");
    tree.put("text", "a" + "😀".repeat(TeamsReading.TEXT_MAX));
    InThread reply = (InThread) translator.translate(new Told(tree));
    assertThat(((Act.Wrote) reply.act()).text())
        .hasSizeLessThanOrEqualTo(TeamsReading.TEXT_MAX + 1)
        .endsWith("😀…");
  }

  @Test
  void anEditIsNamedByItsMoment() {
    InThread edit = inThread("edited");
    assertThat(edit.act()).isEqualTo(new Act.Edited(POST, "We have it in green."));
    assertThat(edit.id().value()).endsWith(":" + POST + ":edited:2026-03-02T08:59:55Z");
    assertThat(inThread("came-back").act()).isEqualTo(edit.act());
  }

  @Test
  void aDeletionTakesThePostBack() {
    InThread deletion = inThread("deleted");
    assertThat(deletion.act()).isEqualTo(new Act.Deleted(POST));
    assertThat(deletion.id().value()).endsWith(":" + POST + ":deleted:2026-03-02T08:59:50.012Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root-post",
        "other-channel",
        "own-reply",
        "other-bot",
        "group-chat",
        "edited-into-a-command",
        "edited-something-else",
        "edited-root",
        "deleted-root",
        "reaction-like",
        "reaction-removed",
        "typing",
        "odd-types",
        "somebody-left",
        "channel-renamed",
        "other-channel-deleted",
        "removed-elsewhere",
        "invoke-unknown",
      })
  void whatDoesNotConcernUsIsNothing(String name) {
    assertThat(translated(name)).isInstanceOfAny(Nothing.class, TeamsHappening.UnknownInvoke.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-claim", "command-claim-mention"})
  void aCommandIsDoneWithAndWithoutAMention(String name) {
    assertThat(inThread(name).act()).isEqualTo(new Act.Did(Deed.CLAIM));
  }

  @Test
  void aCommandSaysForHowLongAndToWhomAndWhereTo() {
    assertThat(inThread("command-move").act()).isEqualTo(new Act.Moved("workshop"));
    assertThat(inThread("command-back").act())
        .isEqualTo(new Act.Back(new Carried.For(Duration.ofMinutes(20))));
    assertThat(inThread("command-hand-over").act())
        .isEqualTo(new Act.HandedOver("29:1bensAccount"));
  }

  @Test
  void aMisspeltCommandIsNoWordToTheVisitor() {
    assertThat(inThread("command-back-when").act()).isEqualTo(new Act.Misspelt(Word.BACK_USAGE));
    assertThat(inThread("command-hand-over-to-whom").act())
        .isEqualTo(new Act.Misspelt(Word.HAND_OVER_USAGE));
  }

  @Test
  void whatIsSaidToUsInAChannelIsACommandAnsweredInItsOwnThread() {
    Commanded command = (Commanded) translated("root-post-command");
    assertThat(command.desk()).contains(Desks.DESK);
    assertThat(command.personal()).isFalse();
    assertThat(command.words()).isEqualTo("take 2h");
    assertThat(command.conversation()).isEqualTo("19:webchat@thread.tacv2;messageid=" + POST);
    assertThat(((Commanded) translated("other-channel-command")).desk()).isEmpty();
  }

  @Test
  void whatIsSaidToUsInAPersonalChatIsACommand() {
    Commanded command = (Commanded) translated("personal");
    assertThat(command.personal()).isTrue();
    assertThat(command.words()).isEqualTo("off");
    assertThat(command.conversation()).isEqualTo("a:1annasChat");
  }

  @ParameterizedTest
  @CsvSource({
    "reaction-eyes, CLAIM",
    "reaction-eyes-as-character, CLAIM",
    "reaction-without-thread, CLAIM",
    "reaction-check, CLOSE",
    "reaction-heavy-check, NOTHING_OWED",
  })
  void aReactionOnOurPostIsADeedInItsThread(String name, Deed deed) {
    InThread reaction = inThread(name);
    assertThat(reaction.act()).isEqualTo(new Act.Did(deed));
    assertThat(reaction.thread()).isEqualTo(Desks.THREAD);
  }

  @Test
  void underACallNothingIsSaidToTheVisitor() {
    roots.called(Desks.PLACE.channel(), Desks.THREAD.value(), Desks.DESK, Desks.THREAD);
    assertThat(translated("reply")).isInstanceOf(UnderACall.class);
    assertThat(translated("reaction-eyes")).isInstanceOf(UnderACall.class);
  }

  @Test
  void aCallMayStandInAChannelThatIsNoDesk() {
    roots.announced("19:lunch@thread.tacv2", Desks.THREAD.value());
    assertThat(translated("other-channel")).isInstanceOf(UnderACall.class);
  }

  @ParameterizedTest
  @CsvSource({
    "removed, 19:shop@thread.tacv2, app removed",
    "bot-left, 19:shop@thread.tacv2, app removed",
    "team-archived, 19:shop@thread.tacv2, teamArchived",
    "team-deleted, 19:shop@thread.tacv2, teamDeleted",
    "channel-deleted, 19:webchat@thread.tacv2, channelDeleted",
  })
  void whatEndsOurWorkIsTrouble(String name, String where, String what) {
    assertThat(translated(name)).isEqualTo(new Trouble(where, what));
  }

  @ParameterizedTest
  @CsvSource({
    "bot-came, 19:shop@thread.tacv2",
    "team-unarchived, 19:shop@thread.tacv2",
    "channel-restored, 19:webchat@thread.tacv2",
  })
  void whatIsRestoredIsMended(String name, String where) {
    assertThat(translated(name)).isEqualTo(new Mended(where, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"installed", "upgraded"})
  void anInstallationMayBringOtherPermissions(String name) {
    String team = Desks.PLACE.team();
    assertThat(translated(name)).isEqualTo(new Mended(team, Optional.of(team)));
  }
}
