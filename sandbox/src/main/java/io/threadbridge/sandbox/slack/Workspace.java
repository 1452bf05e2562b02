package io.threadbridge.sandbox.slack;

import static io.threadbridge.sandbox.slack.SandboxIds.ANNA;
import static io.threadbridge.sandbox.slack.SandboxIds.BEN;
import static io.threadbridge.sandbox.slack.SandboxIds.BOT_USER;
import static io.threadbridge.sandbox.slack.SandboxIds.GUEST;
import static io.threadbridge.sandbox.slack.SandboxIds.OLENA;
import static io.threadbridge.sandbox.slack.SandboxIds.OTHER_BOT_USER;
import static io.threadbridge.sandbox.slack.SandboxIds.STRANGER;

import io.threadbridge.sandbox.wire.Refusal;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pretend workspace: who is in it and which conversations it has.
///
/// One lock guards everything in it: whoever reads or changes it holds `synchronized (workspace)`,
/// so that the order of events is the order of changes.
public final class Workspace {
  /// Extra channels for load runs; more are refused.
  static final int MAX_CHANNELS = 200;

  private final InstantSource clock;
  private final Map<String, Person> people =
      Person.everybody().stream()
          .collect(
              Collectors.toMap(Person::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<String, Boolean> away = new HashMap<>();

  Workspace(InstantSource clock) {
    this.clock = clock;
    reset();
  }

  /// Back to the first morning: the fixed channels, no messages, everybody present.
  void reset() {
    channels.clear();
    away.clear();
    add(SandboxIds.WEBSITE_CHAT, "website-chat", Channel.Kind.PUBLIC, staffAnd(BOT_USER, GUEST));
    add(SandboxIds.OVERFLOW, "overflow", Channel.Kind.PUBLIC, staffAnd(BOT_USER, STRANGER));
    add(SandboxIds.PRIVATE, "private-desk", Channel.Kind.PRIVATE, staffAnd(BOT_USER));
    add(SandboxIds.WITHOUT_BOT, "without-bot", Channel.Kind.PUBLIC, staffAnd(OTHER_BOT_USER));
    add(SandboxIds.ARCHIVED, "old-chat", Channel.Kind.PUBLIC, staffAnd(BOT_USER)).archive(true);
    people.values().stream()
        .filter(person -> !person.isBot())
        .map(Person::id)
        .forEach(this::direct);
  }

  private static List<String> staffAnd(String... others) {
    return Stream.concat(Stream.of(ANNA, BEN, OLENA), Stream.of(others)).toList();
  }

  private Channel add(String id, String name, Channel.Kind kind, List<String> members) {
    Channel channel = new Channel(id, name, kind, clock.millis() / 1_000, members);
    channels.put(id, channel);
    return channel;
  }

  /// Adds a public channel with the staff and the bot in it, or finds the one of that id.
  Channel open(String id, String name) {
    Channel known = channels.get(id);
    if (known != null) {
      return known;
    }
    if (channels.size() >= MAX_CHANNELS) {
      throw new Refusal("restricted_action");
    }
    return add(id, name, Channel.Kind.PUBLIC, staffAnd(BOT_USER));
  }

  /// The direct message between our bot and one user, opened when it is not yet there.
  Channel direct(String user) {
    String id = "D" + user.substring(1);
    Channel known = channels.get(id);
    return known == null ? add(id, "", Channel.Kind.DIRECT, List.of(user, BOT_USER)) : known;
  }

  Collection<Channel> channels() {
    return channels.values();
  }

  /// What our bot can see: public channels and what it is a member of.
  List<Channel> visible() {
    return channels.values().stream()
        .filter(channel -> channel.hasBot() || channel.kind() == Channel.Kind.PUBLIC)
        .toList();
  }

  /// Any channel, as somebody in front of the page sees it.
  public Channel channel(String id) {
    return Optional.ofNullable(channels.get(id))
        .orElseThrow(() -> new Refusal("channel_not_found"));
  }

  /// A channel as our bot sees it: a private one without it does not exist.
  Channel visible(String id) {
    Channel channel = channel(id);
    if (channel.kind() != Channel.Kind.PUBLIC && !channel.hasBot()) {
      throw new Refusal("channel_not_found");
    }
    return channel;
  }

  Collection<Person> people() {
    return people.values();
  }

  public Person person(String id) {
    return Optional.ofNullable(people.get(id)).orElseThrow(() -> new Refusal("user_not_found"));
  }

  @Nullable Person find(String id) {
    return people.get(id);
  }

  boolean isAway(String user) {
    return away.getOrDefault(user, false);
  }

  void setAway(String user, boolean value) {
    away.put(person(user).id(), value);
  }

  long now() {
    return clock.millis();
  }
}
