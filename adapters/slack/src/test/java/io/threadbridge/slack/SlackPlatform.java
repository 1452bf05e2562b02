package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.contract.ChatPlatform;
import io.threadbridge.slack.PretendWorkspace.Aside;
import io.threadbridge.slack.PretendWorkspace.Fault;
import io.threadbridge.slack.PretendWorkspace.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Slack as people see it, with our adapter in front of a pretend workspace.
final class SlackPlatform implements ChatPlatform, AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final Staff ANNA = new Staff("slack:U0ANNA", "Anna", Optional.empty());
  private static final Staff BERTIL = new Staff("slack:U0BERTIL", "Bertil", Optional.empty());

  private final PretendWorkspace slack = new PretendWorkspace();
  private final TeamChat chat;

  SlackPlatform() {
    SlackSettings settings =
        new SlackSettings(
            "xoxb-test", Optional.of("xapp-test"), Optional.of("hush"), slack.api(), true);
    chat =
        new SlackWorkspace(
                settings, InstantSource.fixed(NOW), TestWords::everywhere, PATIENCE, PATIENCE)
            .chat();
  }

  @Override
  public TeamChat chat() {
    return chat;
  }

  @Override
  public DeskRef desk() {
    return new DeskRef("slack:C0SALES");
  }

  @Override
  public Staff anna() {
    return ANNA;
  }

  @Override
  public Staff bertil() {
    return BERTIL;
  }

  @Override
  public boolean canLook() {
    return true;
  }

  @Override
  public int roots() {
    return (int) slack.standing().stream().filter(Standing::isRoot).count();
  }

  @Override
  public String card(ThreadRef thread) {
    return post(new PostRef(thread.value())).orElseThrow();
  }

  /// A message is the sections of one number, `words-<message>-<piece>`, of one post.
  @Override
  public List<String> words(ThreadRef thread) {
    List<String> words = new ArrayList<>();
    for (Standing post : slack.standing()) {
      if (post.thread().equals(thread.value())) {
        Map<Integer, StringBuilder> messages = new TreeMap<>();
        for (JsonObject block : SlackJson.objects(post.shown(), "blocks")) {
          String[] id = SlackJson.text(block, "block_id").split("-", -1);
          if (id.length == 3) {
            messages
                .computeIfAbsent(Integer.valueOf(id[1]), _ -> new StringBuilder())
                .append(SlackJson.text(SlackJson.object(block, "text"), "text"));
          }
        }
        messages.values().forEach(message -> words.add(message.toString()));
      }
    }
    return List.copyOf(words);
  }

  /// Everything in the thread that holds no words.
  @Override
  public List<String> files(ThreadRef thread) {
    return slack.standing().stream()
        .filter(post -> post.thread().equals(thread.value()))
        .filter(post -> !post.shown().get("blocks").toString().contains("\"words-"))
        .map(post -> SlackJson.text(post.shown(), "username") + "\n" + readable(post.shown()))
        .toList();
  }

  @Override
  public String posted(byte[] bytes, String name) {
    return slack.files().posted(bytes, name);
  }

  @Override
  public void withdraw(String reference) {
    slack.files().delete(reference);
  }

  @Override
  public Optional<String> post(PostRef ref) {
    return slack.standing().stream()
        .filter(post -> post.ts().equals(ref.value()))
        .map(post -> readable(post.shown()))
        .findFirst();
  }

  @Override
  public List<String> seenBy(Staff person) {
    return slack.asides().stream()
        .filter(aside -> person.id().equals("slack:" + aside.user()))
        .map(Aside::shown)
        .map(SlackPlatform::readable)
        .toList();
  }

  /// The blocks' texts; the fallback is not shown where there are blocks. Slack shows the three
  /// entities of `mrkdwn` as what they stand for.
  private static String readable(JsonObject shown) {
    List<String> texts = new ArrayList<>();
    collect(shown.get("blocks"), _ -> true, texts);
    return String.join("\n", texts).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /// Every text of blocks of a kind, wherever it stands.
  private static void collect(JsonElement element, Predicate<String> kind, List<String> texts) {
    if (element instanceof JsonArray array) {
      array.forEach(each -> collect(each, kind, texts));
    } else if (element instanceof JsonObject object) {
      if (kind.test(SlackJson.text(object, "type"))) {
        texts.add(SlackJson.text(object, "text"));
      }
      object.entrySet().forEach(entry -> collect(entry.getValue(), kind, texts));
    }
  }

  /// Slack reads people and calls only in `mrkdwn` and in a fallback; in the latter also `@here`.
  @Override
  public int pings() {
    int pings = 0;
    for (Standing post : slack.standing()) {
      List<String> read = new ArrayList<>();
      collect(post.shown().get("blocks"), "mrkdwn"::equals, read);
      pings +=
          (int) read.stream().filter(text -> text.matches("(?s).*<([@#]|!(?!date)).*")).count();
      String fallback = SlackJson.text(post.shown(), "text");
      pings += fallback.matches("(?s).*(<[@#!]|@(here|channel|everyone)\\b).*") ? 1 : 0;
    }
    return pings;
  }

  @Override
  public void delete(ThreadRef thread) {
    slack.delete(thread.value());
  }

  @Override
  public void failNext(Failure failure) {
    slack.failNext(
        switch (failure) {
          case REFUSED -> Fault.REFUSED;
          case UNKNOWN_AFTER_DOING -> Fault.DONE_WITHOUT_ANSWER;
          case TOO_FAST -> Fault.TOO_FAST;
          case AWAY -> Fault.BROKEN;
          case HANGING -> Fault.NEVER_ANSWERED;
        });
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(PretendWorkspace.RETRY_AFTER_SECONDS);
  }

  @Override
  public void close() {
    slack.close();
  }
}
