package io.threadbridge.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Notebook;
import java.time.Duration;
import java.util.Optional;

/// The chats with single people. Each is made once and noted; one that is gone, because the person
/// took the app away or cleared their history, is made anew once.
final class TeamsChats {
  private static final String ADAPTER = "teams";

  /// A chat is made anew only if Teams said so quickly enough.
  private static final Duration ANEW_WITHIN = Duration.ofSeconds(4);

  private static final String MEND =
      "The app is not there for this person: let them add it in Teams > Apps, or install it for"
          + " everybody by a setup policy in the Teams admin centre";

  private final TeamsClient client;
  private final Notebook notebook;
  private final TeamsHealth health;
  private final String tenant;

  TeamsChats(TeamsClient client, Notebook notebook, TeamsHealth health, String tenant) {
    this.client = client;
    this.notebook = notebook;
    this.health = health;
    this.tenant = tenant;
  }

  /// Sends it to the person with this Entra object id.
  Delivery send(String person, Activity activity) {
    long began = System.nanoTime();
    Optional<String> noted = notebook.read(ADAPTER, key(person)).filter(id -> !id.isBlank());
    if (noted.isEmpty()) {
      return inNewChat(person, activity, client.patience().aside());
    }
    TeamsReply<ResourceResponse> reply =
        client.post(noted.get(), activity, client.patience().aside());
    boolean gone = reply.isNo(404) || reply.isNo(403);
    boolean early = System.nanoTime() - began < ANEW_WITHIN.toNanos();
    return gone && early
        ? inNewChat(person, activity, client.patience().look())
        : sent(person, reply);
  }

  private Delivery inNewChat(String person, Activity activity, Duration within) {
    TeamsReply<ConversationResourceResponse> reply =
        client.create(person, TeamsActivities.chat(person, tenant), client.patience().look());
    if (!(reply instanceof TeamsReply.Fine<ConversationResourceResponse>(var answer))) {
      return notMade(person, reply);
    }
    String chat = TeamsTeamChat.orEmpty(answer.getId());
    if (chat.isBlank()) {
      return TeamsErrors.again("an answer without the chat's id");
    }
    if (chat.length() <= Notebook.LENGTH_MAX) {
      notebook.write(ADAPTER, key(person), chat);
    }
    return sent(person, client.post(chat, activity, within));
  }

  /// Making a chat is harmless when repeated: Teams answers with the same one.
  private Delivery notMade(String person, TeamsReply<ConversationResourceResponse> reply) {
    return sent(person, reply.repeatable());
  }

  /// Of one person no error is the desk's: the next in the rota must not wait until it is mended.
  private Delivery sent(String person, TeamsReply<?> reply) {
    return switch (reply) {
      case TeamsReply.Fine<?>(ResourceResponse answer) -> {
        health.mended(place(person));
        yield TeamsAside.done(TeamsTeamChat.orEmpty(answer.getId()));
      }
      case TeamsReply.Fine<?> _ -> new Delivery.Unknown("an answer of another kind");
      case TeamsReply.No<?>(int status, String code, _) when status == 403 || status == 404 -> {
        health.needsMending(place(person), code, MEND);
        yield new Delivery.Refused(code.isEmpty() ? "HTTP " + status : code);
      }
      case TeamsReply.No<?>(int status, String code, var after) ->
          TeamsErrors.delivery(status, code, after);
      case TeamsReply.Trouble<?>(Delivery delivery) -> delivery;
    };
  }

  private static String place(String person) {
    return "person " + person;
  }

  private static String key(String person) {
    return "chat:" + person;
  }
}
