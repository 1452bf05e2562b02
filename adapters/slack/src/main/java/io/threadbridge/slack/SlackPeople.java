package io.threadbridge.slack;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who somebody is, from `users.info`, and whether they may act. In doubt they may not.
final class SlackPeople {
  /// So long a person is believed to be what they were.
  static final Duration KEEP = Duration.ofMinutes(10);

  private static final int PEOPLE_MAX = 1_000;

  /// A person of the workspace, or what looked like one.
  record Person(Staff staff, Standing standing) {}

  private record Known(Person person, Instant until) {}

  private final SlackCalls calls;
  private final SlackHealth health;
  private final InstantSource clock;
  private final BoundedMap<String, Known> known = new BoundedMap<>(PEOPLE_MAX);

  SlackPeople(SlackCalls calls, SlackHealth health, InstantSource clock) {
    this.calls = calls;
    this.health = health;
    this.clock = clock;
  }

  /// Who this is.
  ///
  /// @throws StoreUnavailable if Slack does not say: what they did must come again
  Person person(String user, SlackIdentity self) {
    Instant now = clock.instant();
    Optional<Known> before = known.get(user).filter(entry -> entry.until().isAfter(now));
    if (before.isPresent()) {
      return before.get().person();
    }
    Person person = lookUp(user, self);
    known.put(user, new Known(person, now.plus(KEEP)));
    return person;
  }

  /// The shown name of a full member; empty if that is not known.
  Optional<String> memberName(String user, SlackIdentity self) {
    if (user.equals(self.user())) {
      return Optional.of("");
    }
    try {
      Person person = person(user, self);
      return person.standing() == Standing.MEMBER
          ? Optional.of(person.staff().name())
          : Optional.empty();
    } catch (StoreUnavailable _) {
      return Optional.empty();
    }
  }

  /// What is known of a person is no longer true.
  void forget(String user) {
    known.remove(user);
  }

  private Person lookUp(String user, SlackIdentity self) {
    return switch (calls.read("users.info", Map.of("user", user))) {
      case SlackReply.Fine<JsonObject>(JsonObject answer) -> {
        health.mended("users.info");
        yield person(user, SlackJson.object(answer, "user"), self);
      }
      case SlackReply.No<JsonObject>(String error, String needed) -> {
        if (error.equals("user_not_found") || error.equals("user_not_visible")) {
          yield new Person(new Staff("slack:" + user, "", Optional.empty()), Standing.EXTERNAL);
        }
        health.needsMending("users.info", error, SlackErrors.mend(error, needed));
        throw new StoreUnavailable("users.info: " + error);
      }
      case SlackReply.Trouble<JsonObject>(Delivery delivery) ->
          throw new StoreUnavailable("users.info: " + delivery.getClass().getSimpleName());
    };
  }

  private static Person person(String id, JsonObject user, SlackIdentity self) {
    return new Person(new Staff("slack:" + id, name(user), photo(user)), standing(id, user, self));
  }

  private static Standing standing(String id, JsonObject user, SlackIdentity self) {
    if (SlackJson.flag(user, "is_bot")
        || SlackJson.flag(user, "is_workflow_bot")
        || id.equals("USLACKBOT")) {
      return Standing.BOT;
    }
    if (!SlackJson.text(user, "team_id").equals(self.team())
        || SlackJson.flag(user, "is_stranger")
        || SlackJson.flag(user, "deleted")) {
      return Standing.EXTERNAL;
    }
    return SlackJson.flag(user, "is_restricted") || SlackJson.flag(user, "is_ultra_restricted")
        ? Standing.GUEST
        : Standing.MEMBER;
  }

  private static String name(JsonObject user) {
    JsonObject profile = SlackJson.object(user, "profile");
    return Stream.of(
            SlackJson.text(profile, "display_name"),
            SlackJson.text(profile, "real_name"),
            SlackJson.text(user, "real_name"),
            SlackJson.text(user, "name"))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("");
  }

  /// Pictures of people lie open on Slack's or Gravatar's servers; files, which need our token, do
  /// not, and their addresses never leave here.
  private static Optional<URI> photo(JsonObject user) {
    JsonObject profile = SlackJson.object(user, "profile");
    return SlackJson.maybe(profile, "image_192")
        .or(() -> SlackJson.maybe(profile, "image_72"))
        .flatMap(SlackPeople::address)
        .filter(SlackPeople::isOpen);
  }

  private static boolean isOpen(URI address) {
    String host = address.getHost() == null ? "" : address.getHost();
    boolean open = "https".equals(address.getScheme()) && !host.startsWith("files.");
    boolean pretended = "http".equals(address.getScheme()) && SlackSettings.isLoopback(address);
    return !host.isEmpty() && (open || pretended);
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
