package io.threadbridge.config;

import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.SiteStore.SiteSave;
import io.threadbridge.bridge.site.Digests;
import io.threadbridge.bridge.site.Leads;
import io.threadbridge.bridge.site.SiteState;
import io.threadbridge.config.Workspace.DeskThread;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What the manager reads, in the whole program.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DigestIT {
  private static final SiteName SHOP = new SiteName("shop");
  private static final ZoneId ZONE = ZoneId.systemDefault();
  private static final Pattern TABLE =
      Pattern.compile("http://localhost:\\d+/\\S+figures\\.csv\\S+");

  private final Program program = Program.start();

  @AfterAll
  void close() {
    program.close();
  }

  @Test
  void whatWasAnsweredAndSaidIsInTheReportAndTheNumbersInTheExportedFile() {
    try (VisitorClient visitor = VisitorClient.at(program, SHOP.value())) {
      int _ = visitor.say("Do you sell ink?");
      DeskThread thread = program.workspace().thread(DESK, "Do you sell ink?");
      String _ = thread.reply(ANNA, "Yes, we do.");
      Eventually.holds(
          "a report that counts it",
          () -> chat("report").contains("One person wrote and got an answer."));

      thread.press(ANNA, "threadbridge.close");
      JsonNode _ = visitor.phase("closed");
      visitor.rate(5, "Quick &\n*kind* <!channel>");
      Eventually.holds(
          "a report that counts the rating",
          () -> chat("report").contains("Rating: 5.0 of 5 from 1 visitor, 1 with a comment."));
      Eventually.holds(
          "a report that quotes it",
          () -> chat("report").contains("\n• 5 of 5: “Quick &amp; *kind* &lt;!channel&gt;” http"));
    }
    HttpResponse<String> file = get(tableIn(chat("report export")));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body().lines()).anyMatch(row -> row.startsWith("hour,,"));
    assertThat(file.body()).doesNotContain(ANNA, "ink", "kind");
  }

  /// Whatever the hour at which this runs, yesterday's digest or the one before is at most a day
  /// late.
  @Test
  void aDigestThatIsLateIsPostedInTheChannelOnce() {
    InstantSource clock = program.part(InstantSource.class);
    Instant now = clock.instant();
    Eventually.holds("last told days ago", () -> toldLast(now));

    String line = "1 lead is open; an answer there would please somebody.";
    Eventually.holds("the digest", () -> posts(line) > 0);
    Eventually.holds("nothing is owed any more", () -> site().words().owed().isEmpty());
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    assertThat(site().digests().day().orElseThrow()).isBetween(today.minusDays(2), today);
    assertThat(posts(line)).isBetween(1L, 2L);
  }

  private String chat(String words) {
    return program.workspace().command(ANNA, DESK, words);
  }

  private SiteState site() {
    return program.part(SiteStore.class).load(SHOP, List.of()).kept().orElseThrow().state();
  }

  /// As if the desk had last been told three days ago, and somebody were owed an answer.
  private boolean toldLast(Instant now) {
    SiteStore store = program.part(SiteStore.class);
    SiteStore.Loaded loaded = store.load(SHOP, List.of());
    SiteState state = loaded.kept().orElseThrow().state();
    LocalDate day = LocalDate.ofInstant(now, ZONE).minusDays(3);
    SiteState earlier =
        new SiteState(
            state.name(),
            state.at(),
            state.mode(),
            state.overrule(),
            state.crowd(),
            state.team(),
            state.answers(),
            new Leads(Map.of(new ConversationId("c-lead"), now)),
            state.comments(),
            new Digests(Optional.of(day), state.digests().week()),
            state.words(),
            state.attendance());
    return store.save(new SiteSave(loaded.version(), List.of(), earlier, Optional.of(now), now));
  }

  private long posts(String words) {
    return program.workspace().messages(DESK, "").stream()
        .filter(message -> Workspace.text(message.path("text")).contains(words))
        .count();
  }

  private static URI tableIn(String answer) {
    Matcher link = TABLE.matcher(answer);
    assertThat(link.find()).as(answer).isTrue();
    return URI.create(link.group());
  }

  private HttpResponse<String> get(URI link) {
    return Program.send(program.http(), HttpRequest.newBuilder(link).build());
  }
}
