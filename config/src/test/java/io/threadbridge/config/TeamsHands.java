package io.threadbridge.config;

import static io.threadbridge.config.Workspace.text;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The desk's people in the sandbox's pretend Teams.
final class TeamsHands implements StaffHands {
  static final String CHANNEL = "19:websitechat@thread.tacv2";

  private static final String CONTROL = "teams/";

  /// A bot marks nobody's posts, so whoever wrote a note is told so.
  private static final String NOTE_KEPT = "Your note stays here";

  private final Workspace workspace;

  /// How many private messages each had before the story began.
  private final Map<Colleague, Integer> before = new EnumMap<>(Colleague.class);

  /// The card of the story, once it was found.
  private String root = "";

  /// @param workspace the sandbox's control, which Slack and Teams share
  TeamsHands(Workspace workspace) {
    this.workspace = workspace;
    for (Colleague one : Colleague.values()) {
      before.put(one, chat(one).size());
    }
  }

  private static String id(Colleague who) {
    return switch (who) {
      case ANNA -> "29:1anna-sandbox";
      case BEN -> "29:1ben-sandbox";
      case OLENA -> "29:1olena-sandbox";
      case GUEST -> "29:1guest-sandbox";
      case PARTNER -> "29:1external-sandbox";
    };
  }

  /// As the directory knows somebody.
  static String objectId(Colleague who) {
    return "0b1ec700-0000-4000-8000-0000000000"
        + switch (who) {
          case ANNA -> "a1";
          case BEN -> "b1";
          case OLENA -> "c1";
          case GUEST -> "d1";
          case PARTNER -> "e1";
        };
  }

  @Override
  public String nameOf(Colleague who) {
    return fullName(who);
  }

  static String fullName(Colleague who) {
    return switch (who) {
      case ANNA -> "Anna Virtanen";
      case BEN -> "Ben Olsen";
      case OLENA -> "Olena Kovalenko";
      case GUEST, PARTNER -> who.called();
    };
  }

  private JsonNode wish(String path, Map<String, Object> wish) {
    return workspace.wish(CONTROL + path, wish);
  }

  /// What stands in a channel or a chat, without what was taken back, the oldest first.
  private List<JsonNode> messages(String conversation, String thread) {
    String query = "messages?limit=500&conversation=" + conversation + "&thread=" + thread;
    return workspace
        .get(CONTROL + query)
        .path("messages")
        .valueStream()
        .filter(message -> !message.path("deleted").booleanValue(false))
        .toList();
  }

  private static boolean isOurs(JsonNode message) {
    return message.path("bot").booleanValue(false);
  }

  private static boolean isRoot(JsonNode message) {
    return text(message.path("root")).equals(text(message.path("id")));
  }

  private List<JsonNode> chat(Colleague who) {
    return workspace
        .get(CONTROL + "state")
        .path("conversations")
        .valueStream()
        .filter(one -> text(one.path("person")).equals(id(who)))
        .flatMap(one -> messages(text(one.path("id")), "").stream())
        .filter(TeamsHands::isOurs)
        .toList();
  }

  @Override
  public String command() {
    return "@Website Chat";
  }

  @Override
  public CardThread thread(String words) {
    root =
        Eventually.gives(
            "a card with " + words,
            () ->
                messages(CHANNEL, "").stream()
                    .filter(message -> isOurs(message) && isRoot(message))
                    .filter(message -> shown(message).contains(words))
                    .map(message -> text(message.path("id")))
                    .reduce((_, newest) -> newest));
    return new InThread(root);
  }

  @Override
  public String ask(Colleague who, String words) {
    JsonNode asked = say(who, Map.of("text", "@bot " + words));
    String thread = text(asked.path("thread"));
    return Eventually.gives(
        "an answer to " + words,
        () ->
            messages(CHANNEL, thread).stream()
                .filter(TeamsHands::isOurs)
                .map(TeamsHands::shown)
                .findFirst());
  }

  private JsonNode say(Colleague who, Map<String, Object> more) {
    Map<String, Object> wish = new TreeMap<>(more);
    wish.put("as", id(who));
    wish.put("channel", CHANNEL);
    return wish("say", wish);
  }

  @Override
  public List<String> privateWords(Colleague who) {
    Stream<String> notes =
        root.isEmpty()
            ? Stream.empty()
            : card(root).path("notes").properties().stream()
                .filter(note -> note.getKey().equals(id(who)))
                .map(note -> text(note.getValue()));
    return Stream.concat(privately(who).stream().map(TeamsHands::shown), notes).toList();
  }

  private List<JsonNode> privately(Colleague who) {
    return chat(who).stream().skip(before.getOrDefault(who, 0)).toList();
  }

  @Override
  public void pressPrivately(Colleague who, String label) {
    JsonNode message =
        privately(who).stream()
            .filter(one -> action(one, label).isPresent())
            .reduce((_, last) -> last)
            .orElseThrow(() -> new AssertionError("no private button " + label));
    String title = text(action(message, label).orElseThrow().path("title"));
    Map<String, Object> wish = new TreeMap<>();
    wish.put("as", id(who));
    wish.put("chat", true);
    wish.put("id", text(message.path("id")));
    wish.put("title", title);
    wish("press", wish);
  }

  @Override
  public List<String> channel() {
    return messages(CHANNEL, "").stream()
        .filter(message -> isOurs(message) && isRoot(message))
        .map(TeamsHands::shown)
        .toList();
  }

  private JsonNode card(String thread) {
    return messages(CHANNEL, thread).stream()
        .filter(TeamsHands::isRoot)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no card"));
  }

  /// Everything that a reader sees of a message, one after the other.
  private static String shown(JsonNode message) {
    List<String> all = new ArrayList<>();
    collect(message.path("content"), all);
    return String.join("\n", all);
  }

  private static void collect(JsonNode node, List<String> all) {
    for (String name : List.of("text", "title", "label")) {
      if (node.path(name).isString()) {
        all.add(text(node.path(name)));
      }
    }
    node.values().forEach(value -> collect(value, all));
  }

  /// The first button of a label, in the card or behind another button.
  private static Optional<JsonNode> action(JsonNode node, String label) {
    if (text(node.path("type")).startsWith("Action.")
        && Sentence.fits(text(node.path("title")), label)) {
      return Optional.of(node);
    }
    return node.values().stream()
        .map(value -> action(value, label))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The first button that does something.
  private static Optional<JsonNode> execute(JsonNode node) {
    return text(node.path("type")).equals("Action.Execute")
        ? Optional.of(node)
        : node.values().stream().map(TeamsHands::execute).flatMap(Optional::stream).findFirst();
  }

  /// The Adaptive Card of a message.
  private static JsonNode content(JsonNode message) {
    return message.path("content").path("attachments").path(0).path("content");
  }

  /// The element of an id.
  private static Optional<JsonNode> element(JsonNode node, String id) {
    return text(node.path("id")).equals(id) && !text(node.path("type")).isEmpty()
        ? Optional.of(node)
        : node.values().stream()
            .map(value -> element(value, id))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /// A card and its thread.
  private final class InThread implements CardThread {
    private final String thread;

    InThread(String thread) {
      this.thread = thread;
    }

    @Override
    public String write(Colleague who, String words) {
      return text(say(who, Map.of("thread", thread, "text", words)).path("id"));
    }

    @Override
    public String attach(Colleague who, String file, String words) {
      return posted(who, "images", file, words);
    }

    @Override
    public void attachFromElsewhere(Colleague who, String file, String words) {
      String _ = posted(who, "files", file, words);
    }

    /// A picture stands in the text; a file lies elsewhere, and the message refers to it.
    private String posted(Colleague who, String kind, String file, String words) {
      Map<String, String> shared =
          Map.of("name", file, "base64", Base64.getEncoder().encodeToString(StoryFile.bytes(file)));
      Map<String, Object> wish = Map.of("thread", thread, "text", words, kind, List.of(shared));
      return text(say(who, wish).path("id"));
    }

    @Override
    public List<byte[]> pictures(String file) {
      return ours()
          .flatMap(message -> content(message).path("body").valueStream())
          .filter(element -> text(element.path("altText")).equals(file))
          .flatMap(picture -> workspace.bytes(text(picture.path("url"))).stream())
          .toList();
    }

    @Override
    public Optional<byte[]> open(String file) {
      return ours()
          .flatMap(message -> content(message).path("actions").valueStream())
          .filter(action -> text(action.path("type")).equals("Action.OpenUrl"))
          .filter(action -> text(action.path("title")).contains(file))
          .flatMap(action -> workspace.bytes(text(action.path("url"))).stream())
          .findFirst();
    }

    @Override
    public void change(Colleague who, String post, String words) {
      wish("edit", Map.of("as", id(who), "channel", CHANNEL, "id", post, "text", words));
    }

    @Override
    public void takeBack(Colleague who, String post) {
      wish("delete", Map.of("as", id(who), "channel", CHANNEL, "id", post));
    }

    @Override
    public String press(Colleague who, String label) {
      JsonNode card = content(TeamsHands.this.card(thread));
      JsonNode button =
          action(card.path("actions"), label)
              .orElseThrow(() -> new AssertionError("no button " + label));
      Optional<JsonNode> asked =
          button
              .path("targetElements")
              .valueStream()
              .map(id -> element(card, text(id)))
              .flatMap(Optional::stream)
              .findFirst();
      asked
          .flatMap(TeamsHands::execute)
          .ifPresentOrElse(
              yes -> press(who, yes, "verb", Map.of()),
              () -> press(who, button, "title", Map.of()));
      return asked.flatMap(this::firstText).orElse("");
    }

    private Optional<String> firstText(JsonNode node) {
      return node.path("text").isString()
          ? Optional.of(text(node.path("text")))
          : node.values().stream().map(this::firstText).flatMap(Optional::stream).findFirst();
    }

    /// @param by what names the button: `title`, or `verb` where others have the same title
    private void press(Colleague who, JsonNode button, String by, Map<String, Object> inputs) {
      Map<String, Object> wish = new TreeMap<>();
      wish.put("as", id(who));
      wish.put("channel", CHANNEL);
      wish.put("id", thread);
      wish.put("inputs", inputs);
      wish.put(by, text(button.path(by)));
      wish("press", wish);
    }

    @Override
    public void choose(Colleague who, String menu, String option) {
      JsonNode card = TeamsHands.this.card(thread);
      JsonNode behind =
          action(card, menu).orElseThrow(() -> new AssertionError("no menu " + menu)).path("card");
      JsonNode chosen =
          action(behind, option).orElseThrow(() -> new AssertionError("no option " + option));
      press(who, chosen, "title", Map.of());
    }

    @Override
    public void pick(Colleague who, String menu, Colleague whom) {
      JsonNode card = TeamsHands.this.card(thread);
      JsonNode behind =
          action(card, menu).orElseThrow(() -> new AssertionError("no menu " + menu)).path("card");
      JsonNode picked = execute(behind).orElseThrow(() -> new AssertionError("nobody to pick"));
      press(who, picked, "verb", Map.of("value", objectId(whom)));
    }

    @Override
    public void react(Colleague who, String reaction) {
      String name = reaction.equals("eyes") ? "1f440_eyes" : "2705_whiteheavycheckmark";
      wish("react", Map.of("as", id(who), "channel", CHANNEL, "id", thread, "reaction", name));
    }

    @Override
    public void command(Colleague who, String words) {
      String _ = write(who, "!" + words);
    }

    @Override
    public String card() {
      return shown(TeamsHands.this.card(thread));
    }

    @Override
    public List<String> posts() {
      return ours().map(TeamsHands::shown).toList();
    }

    private Stream<JsonNode> ours() {
      return messages(CHANNEL, thread).stream()
          .filter(message -> isOurs(message) && !isRoot(message));
    }

    @Override
    public boolean isConfirmed(Colleague who, String post) {
      return privateWords(who).stream().anyMatch(words -> words.contains(NOTE_KEPT));
    }
  }
}
