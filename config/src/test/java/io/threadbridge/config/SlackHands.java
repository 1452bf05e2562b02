package io.threadbridge.config;

import static io.threadbridge.config.Workspace.text;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The desk's people in the sandbox's pretend Slack.
final class SlackHands implements StaffHands {
  private static final String BOT = "B0BRIDGE";

  private final Workspace workspace;
  private final String channel;

  /// How many direct messages each had before the story began.
  private final Map<Colleague, Integer> before = new EnumMap<>(Colleague.class);

  private String root = "";

  SlackHands(Workspace workspace, String channel) {
    this.workspace = workspace;
    this.channel = channel;
    for (Colleague one : List.of(Colleague.ANNA, Colleague.BEN, Colleague.OLENA)) {
      before.put(one, direct(one).size());
    }
  }

  private static String id(Colleague who) {
    return switch (who) {
      case ANNA -> Workspace.ANNA;
      case BEN -> Workspace.BEN;
      case OLENA -> "U0OLENA";
      case GUEST -> Workspace.GUEST;
      case PARTNER -> Workspace.STRANGER;
    };
  }

  private List<JsonNode> direct(Colleague who) {
    return workspace.messages(directChannel(who), "");
  }

  private static String directChannel(Colleague who) {
    return id(who).replaceFirst("^U", "D");
  }

  @Override
  public String nameOf(Colleague who) {
    return who.called();
  }

  @Override
  public String command() {
    return "/chat";
  }

  @Override
  public CardThread thread(String words) {
    Workspace.DeskThread found = workspace.thread(channel, words);
    root = found.root();
    return new InThread(found);
  }

  @Override
  public String ask(Colleague who, String words) {
    return workspace.command(id(who), channel, words);
  }

  @Override
  public List<String> privateWords(Colleague who) {
    return privatePosts(who).map(post -> shown(post.message)).toList();
  }

  /// What only one person sees, and where it stands.
  private record Private(String channel, JsonNode message) {}

  private Stream<Private> privatePosts(Colleague who) {
    Stream<Private> direct =
        before.containsKey(who)
            ? direct(who).stream()
                .skip(before.getOrDefault(who, 0))
                .map(message -> new Private(directChannel(who), message))
            : Stream.empty();
    String query = "messages?channel=" + channel + "&thread=" + root + "&as=" + id(who);
    Stream<Private> hints =
        root.isEmpty()
            ? Stream.empty()
            : workspace
                .get(query)
                .path("ephemerals")
                .valueStream()
                .map(hint -> new Private(channel, hint));
    return Stream.concat(direct, hints);
  }

  @Override
  public void pressPrivately(Colleague who, String label) {
    Private found =
        privatePosts(who)
            .filter(post -> element(post.message, label).isPresent())
            .reduce((_, last) -> last)
            .orElseThrow(() -> new AssertionError("no private button " + label));
    press(who, found.channel, found.message, label, Optional.empty());
  }

  @Override
  public List<String> channel() {
    return workspace.messages(channel, "").stream().map(SlackHands::shown).toList();
  }

  /// Everything that a reader sees of a message, one after the other.
  private static String shown(JsonNode message) {
    StringBuilder all = new StringBuilder(text(message.path("text")));
    collect(message.path("blocks"), all);
    return all.toString();
  }

  private static void collect(JsonNode node, StringBuilder all) {
    if (node.isObject() && node.path("text").isString()) {
      all.append('\n').append(text(node.path("text")));
    }
    node.values().forEach(value -> collect(value, all));
  }

  /// The button or menu of a label.
  private static Optional<JsonNode> element(JsonNode message, String label) {
    return message
        .path("blocks")
        .valueStream()
        .flatMap(block -> block.path("elements").valueStream())
        .filter(element -> Sentence.fits(label(element), label))
        .findFirst();
  }

  private static String label(JsonNode element) {
    JsonNode label =
        element.has("placeholder") ? element.path("placeholder") : element.path("text");
    return text(label.path("text"));
  }

  /// Presses or chooses; the question that a button asks first.
  private String press(
      Colleague who, String where, JsonNode message, String label, Optional<String> value) {
    JsonNode element =
        element(message, label).orElseThrow(() -> new AssertionError("no button " + label));
    Map<String, Object> wish = new TreeMap<>();
    wish.put("as", id(who));
    wish.put("channel", where);
    wish.put("ts", text(message.path("ts")));
    wish.put("action_id", text(element.path("action_id")));
    value.ifPresent(chosen -> wish.put("value", chosen));
    workspace.wish("press", wish);
    return text(element.path("confirm").path("text").path("text"));
  }

  /// A card and its thread.
  private final class InThread implements CardThread {
    private final Workspace.DeskThread thread;

    InThread(Workspace.DeskThread thread) {
      this.thread = thread;
    }

    @Override
    public String write(Colleague who, String words) {
      return thread.reply(id(who), words);
    }

    @Override
    public String attach(Colleague who, String file, String words) {
      return posted(who, words, Map.of("name", file, "base64", base64(file)));
    }

    @Override
    public void attachFromElsewhere(Colleague who, String file, String words) {
      String _ = posted(who, words, Map.of("name", file, "base64", "", "external", true));
    }

    private static String base64(String file) {
      return Base64.getEncoder().encodeToString(StoryFile.bytes(file));
    }

    private String posted(Colleague who, String words, Map<String, Object> file) {
      Map<String, Object> wish = new TreeMap<>();
      wish.put("as", id(who));
      wish.put("channel", channel);
      wish.put("text", words);
      wish.put("thread_ts", thread.root());
      wish.put("files", List.of(file));
      return text(workspace.wish("post", wish).path("ts"));
    }

    @Override
    public List<byte[]> pictures(String file) {
      return ours()
          .flatMap(message -> message.path("blocks").valueStream())
          .filter(block -> text(block.path("alt_text")).equals(file))
          .flatMap(block -> seen(text(block.path("slack_file").path("id"))).stream())
          .toList();
    }

    @Override
    public Optional<byte[]> open(String file) {
      return ours()
          .flatMap(message -> message.path("files").valueStream())
          .filter(shared -> text(shared.path("name")).equals(file))
          .flatMap(shared -> seen(text(shared.path("id"))).stream())
          .findFirst();
    }

    private Optional<byte[]> seen(String file) {
      return workspace.bytes("/sandbox/slack/files/seen/" + file);
    }

    @Override
    public void change(Colleague who, String post, String words) {
      thread.edit(id(who), post, words);
    }

    @Override
    public void takeBack(Colleague who, String post) {
      thread.delete(id(who), post);
    }

    @Override
    public String press(Colleague who, String label) {
      return SlackHands.this.press(who, channel, thread.card(), label, Optional.empty());
    }

    @Override
    public void choose(Colleague who, String menu, String option) {
      JsonNode card = thread.card();
      String value =
          element(card, menu)
              .orElseThrow(() -> new AssertionError("no menu " + menu))
              .path("options")
              .valueStream()
              .filter(one -> text(one.path("text").path("text")).equals(option))
              .map(one -> text(one.path("value")))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no option " + option));
      String _ = SlackHands.this.press(who, channel, card, menu, Optional.of(value));
    }

    @Override
    public void pick(Colleague who, String menu, Colleague whom) {
      String _ = SlackHands.this.press(who, channel, thread.card(), menu, Optional.of(id(whom)));
    }

    @Override
    public void react(Colleague who, String reaction) {
      String name = reaction.equals("eyes") ? "eyes" : "white_check_mark";
      thread.react(id(who), thread.root(), name);
    }

    @Override
    public void command(Colleague who, String words) {
      String _ = thread.reply(id(who), "!" + words);
    }

    @Override
    public String card() {
      return shown(thread.card());
    }

    @Override
    public List<String> posts() {
      return ours().map(SlackHands::shown).toList();
    }

    private Stream<JsonNode> ours() {
      return thread.messages().stream()
          .skip(1)
          .filter(message -> text(message.path("bot_id")).equals(BOT));
    }

    @Override
    public boolean isConfirmed(Colleague who, String post) {
      return thread.reactions(post).contains("lock");
    }
  }
}
