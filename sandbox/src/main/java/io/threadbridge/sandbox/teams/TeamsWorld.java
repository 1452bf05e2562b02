package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Refusal;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tenant: people, one team with its channels, personal chats, where the app is installed.
///
/// Its monitor guards everything that is said.
public final class TeamsWorld {
  /// Channels and chats in all.
  static final int MAX_CONVERSATIONS = 200;

  private static final String TEAM_NAME = "Lamps & more";

  private final InstantSource clock;
  private final List<TeamsPerson> people = TeamsPerson.everybody();
  private final Map<String, TeamsConversation> conversations = new LinkedHashMap<>();
  private final Set<String> personal = new HashSet<>();
  private final Map<String, String> presence = new LinkedHashMap<>();
  private volatile String base = "http://127.0.0.1";
  private String teamName = TEAM_NAME;
  private boolean inTeam;
  private boolean reading;
  private long lastId;

  TeamsWorld(InstantSource clock) {
    this.clock = clock;
    reset();
  }

  /// Everything as at the start: installed in the team and for staff, reading allowed.
  synchronized void reset() {
    conversations.clear();
    personal.clear();
    presence.clear();
    teamName = TEAM_NAME;
    inTeam = true;
    reading = true;
    personal.addAll(List.of(TeamsSandboxIds.ANNA, TeamsSandboxIds.BEN, TeamsSandboxIds.OLENA));
    open(TeamsSandboxIds.GENERAL, "General", TeamsConversation.Kind.CHANNEL);
    open(TeamsSandboxIds.WEBSITE_CHAT, "website-chat", TeamsConversation.Kind.CHANNEL);
    open(TeamsSandboxIds.PRIVATE, "private-desk", TeamsConversation.Kind.PRIVATE);
  }

  /// Scheme, host and port under which the bot finds the sandbox, without a slash at the end.
  String base() {
    return base;
  }

  void setBase(String address) {
    base = address;
  }

  /// What stands in every activity and in the `serviceurl` claim.
  String serviceUrl() {
    return base + "/sandbox/teams/connector/";
  }

  long now() {
    return clock.millis();
  }

  /// The id of a new message: epoch milliseconds, never twice.
  synchronized String nextId() {
    lastId = Math.max(lastId + 1, clock.millis());
    return Long.toString(lastId);
  }

  TeamsConversation open(String id, String name, TeamsConversation.Kind kind) {
    if (conversations.size() >= MAX_CONVERSATIONS) {
      throw new Refusal("too_many_channels");
    }
    TeamsConversation channel = new TeamsConversation(id, name, kind, "");
    conversations.put(id, channel);
    return channel;
  }

  Optional<TeamsConversation> find(String conversation) {
    return Optional.ofNullable(conversations.get(conversation));
  }

  /// The chat of somebody with the bot, made when it is needed.
  TeamsConversation chat(TeamsPerson person) {
    String id = "a:1chat" + person.id().substring(3);
    return conversations.computeIfAbsent(
        id,
        _ -> new TeamsConversation(id, person.name(), TeamsConversation.Kind.CHAT, person.id()));
  }

  Collection<TeamsConversation> conversations() {
    return conversations.values();
  }

  List<TeamsPerson> people() {
    return people;
  }

  /// Somebody by either of their ids.
  Optional<TeamsPerson> person(String id) {
    return people.stream()
        .filter(each -> each.id().equals(id) || each.objectId().equals(id))
        .findFirst();
  }

  String teamName() {
    return teamName;
  }

  void renameTeam(String name) {
    teamName = name;
  }

  boolean isInTeam() {
    return inTeam;
  }

  void setInTeam(boolean installed) {
    inTeam = installed;
  }

  boolean hasPersonally(String person) {
    return personal.contains(person);
  }

  void setPersonally(String person, boolean installed) {
    if (installed) {
      personal.add(person);
    } else {
      personal.remove(person);
    }
  }

  /// Whether the team's owner let the bot read every message of standard channels.
  boolean isReading() {
    return reading;
  }

  void setReading(boolean allowed) {
    reading = allowed;
  }

  /// `Available`, `Busy`, `Away`, `Offline` and whatever else the directory calls it.
  String presence(String person) {
    return presence.getOrDefault(person, "Available");
  }

  void setPresence(String person, String availability) {
    presence.put(person, availability);
  }
}
