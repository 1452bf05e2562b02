package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.contract.ChatPlatform;
import io.threadbridge.teams.PretendChannel.Standing;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Teams as people see it, with our adapter in front of a pretend one.
final class TeamsPlatform implements ChatPlatform, AutoCloseable {
  private static final Duration SHORT = Duration.ofMillis(1_500);
  private static final Staff BERTIL = new Staff("teams:b1", "Bertil", Optional.empty());

  /// Nobody sees it; it keeps Teams from reading a tag or a function.
  private static final String WORD_JOINER = "\u2060";

  private final PretendTeams teams = new PretendTeams();
  private final TeamChat chat;

  TeamsPlatform() {
    MapNotebook notebook = new MapNotebook();
    notebook.write("teams", "service-url", teams.serviceUrl());
    TeamsSettings settings =
        new TeamsSettings(
            "app-id",
            Optional.of("hush"),
            PretendConnector.TENANT,
            URI.create("http://" + teams.host() + "/login/"),
            URI.create("http://" + teams.host() + "/keys"),
            Set.of(teams.host()),
            Optional.empty());
    chat =
        new TeamsWorkspace(
                settings,
                PretendConnector.PUBLIC,
                notebook,
                InstantSource.fixed(TeamsSamples.NOW),
                _ -> TeamsWords.Word::key,
                _ -> true,
                new Unwatched(),
                new Patience(SHORT, SHORT, SHORT))
            .chat();
  }

  /// Nobody asks what stands at a root.
  private static final class Unwatched implements RootWatch {
    @Override
    public void opened(String channel, String root) {}

    @Override
    public void lost(String channel) {}

    @Override
    public void called(String channel, String root, DeskRef desk, ThreadRef thread) {}

    @Override
    public void announced(String channel, String root) {}
  }

  @Override
  public TeamChat chat() {
    return chat;
  }

  @Override
  public DeskRef desk() {
    return TeamsSamples.DESK;
  }

  @Override
  public Staff anna() {
    return TeamsSamples.ANNA;
  }

  @Override
  public Staff bertil() {
    return BERTIL;
  }

  @Override
  public boolean canLook() {
    return false;
  }

  @Override
  public int roots() {
    return (int) teams.channel().standing().stream().filter(Standing::isRoot).count();
  }

  @Override
  public String card(ThreadRef thread) {
    return post(new PostRef(thread.value())).orElseThrow();
  }

  @Override
  public List<String> files(ThreadRef thread) {
    return in(thread)
        .filter(TeamsPlatform::isAFile)
        .map(post -> readable(post.activity()))
        .toList();
  }

  /// Of all that stands in a thread only a file can be opened.
  private static boolean isAFile(Standing post) {
    return PretendConnector.card(post.activity())
        .path("actions")
        .path(0)
        .path("type")
        .asText("")
        .equals("Action.OpenUrl");
  }

  private Stream<Standing> in(ThreadRef thread) {
    return teams.channel().standing().stream().filter(post -> post.thread().equals(thread.value()));
  }

  /// A bot puts no file into a channel.
  @Override
  public boolean holdsFiles() {
    return false;
  }

  @Override
  public String posted(byte[] bytes, String name) {
    return teams.serviceUrl() + "v3/" + teams.channel().posts(bytes);
  }

  @Override
  public void withdraw(String reference) {
    teams.channel().withdraw(reference.substring((teams.serviceUrl() + "v3/").length()));
  }

  @Override
  public List<String> words(ThreadRef thread) {
    return in(thread)
        .filter(post -> !isAFile(post))
        .flatMap(post -> messages(PretendConnector.card(post.activity()).path("body")).stream())
        .toList();
  }

  /// Under a bold name, a message is runs that look like nothing but words; a block that keeps no
  /// distance to the one before it is the same message's next line.
  private static List<String> messages(JsonNode body) {
    List<String> messages = new ArrayList<>();
    if (!body.path(0).findPath("weight").asText("").equals("Bolder")) {
      return messages;
    }
    for (JsonNode block : body) {
      JsonNode run = block.path("inlines").path(0);
      if (run.has("text") && !run.has("weight") && !run.has("isSubtle")) {
        boolean goesOn = block.path("spacing").asText("").equals("None");
        String line = read(run.path("text"));
        messages.add(goesOn ? messages.removeLast() + "\n" + line : line);
      }
    }
    return messages;
  }

  private static String read(JsonNode text) {
    return text.asText("").replace(WORD_JOINER, "");
  }

  @Override
  public Optional<String> post(PostRef ref) {
    return teams.channel().standing().stream()
        .filter(post -> post.id().equals(ref.value()))
        .map(post -> readable(post.activity()))
        .findFirst();
  }

  /// The line for notifications, every text of the card, and its buttons.
  private static String readable(JsonNode activity) {
    List<String> read = new ArrayList<>();
    read.add(read(activity.path("summary")));
    JsonNode card = PretendConnector.card(activity);
    card.findValues("text").forEach(text -> read.add(read(text)));
    card.findValues("title").forEach(title -> read.add(read(title)));
    return String.join("\n", read);
  }

  @Override
  public List<String> seenBy(Staff person) {
    return teams.channel().asides().stream()
        .filter(aside -> ("teams:" + aside.person()).equals(person.id()))
        .map(aside -> readable(aside.activity()))
        .toList();
  }

  /// Teams notifies of whom an entity names, in a message or in its card.
  @Override
  public int pings() {
    return teams.channel().standing().stream()
        .mapToInt(
            post ->
                mentions(post.activity().path("entities"))
                    + mentions(
                        PretendConnector.card(post.activity()).path("msteams").path("entities")))
        .sum();
  }

  private static int mentions(JsonNode entities) {
    int mentions = 0;
    for (JsonNode entity : entities) {
      mentions += entity.path("type").asText("").equals("mention") ? 1 : 0;
    }
    return mentions;
  }

  /// A post at a channel's root notifies nobody whom it does not mention.
  @Override
  public int calledByACall() {
    return PretendChannel.MEMBERS;
  }

  @Override
  public void delete(ThreadRef thread) {
    teams.channel().delete(thread.value());
  }

  @Override
  public void failNext(Failure failure) {
    teams.failNext(failure);
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(PretendTeams.RETRY_AFTER_SECONDS);
  }

  @Override
  public void close() {
    teams.close();
  }
}
