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

  /// Sends it to the person with this Entra object id. That they have not the app is for somebody
  /// to mend.
  Delivery send(String person, Activity activity) {
    TeamsReply<ResourceResponse> reply = reply(person, activity);
    Delivery delivery = delivery(reply);
    if (reply instanceof TeamsReply.Fine<ResourceResponse>) {
      health.mended(place(person));
    } else if (isNotThere(reply) && delivery instanceof Delivery.Refused(String why)) {
      health.needsMending(place(person), why, MEND);
    }
    return delivery;
  }

  /// The same to whoever it is: somebody of another firm need not have the app.
  Delivery sendToAnybody(String person, Activity activity) {
    return delivery(reply(person, activity));
  }

  private TeamsReply<ResourceResponse> reply(String person, Activity activity) {
    long began = System.nanoTime();
    Optional<String> noted = notebook.read(ADAPTER, key(person)).filter(id -> !id.isBlank());
    if (noted.isEmpty()) {
      return inNewChat(person, activity, client.patience().aside());
    }
    TeamsReply<ResourceResponse> reply =
        client.post(noted.get(), activity, client.patience().aside());
    boolean early = System.nanoTime() - began < ANEW_WITHIN.toNanos();
    return isNotThere(reply) && early
        ? inNewChat(person, activity, client.patience().look())
        : reply;
  }

  /// Making a chat is harmless when repeated: Teams answers with the same one.
  private TeamsReply<ResourceResponse> inNewChat(
      String person, Activity activity, Duration within) {
    TeamsReply<ConversationResourceResponse> made =
        client
            .create(person, TeamsActivities.chat(person, tenant), client.patience().look())
            .repeatable();
    return switch (made) {
      case TeamsReply.Fine<ConversationResourceResponse>(var answer) ->
          inChat(person, TeamsTeamChat.orEmpty(answer.getId()), activity, within);
      case TeamsReply.No<ConversationResourceResponse>(int status, String code, var after) ->
          new TeamsReply.No<>(status, code, after);
      case TeamsReply.Trouble<ConversationResourceResponse>(Delivery delivery) ->
          new TeamsReply.Trouble<>(delivery);
    };
  }

  private TeamsReply<ResourceResponse> inChat(
      String person, String chat, Activity activity, Duration within) {
    if (chat.isBlank()) {
      return new TeamsReply.Trouble<>(TeamsErrors.again("an answer without the chat's id"));
    }
    if (chat.length() <= Notebook.LENGTH_MAX) {
      notebook.write(ADAPTER, key(person), chat);
    }
    return client.post(chat, activity, within);
  }

  private static boolean isNotThere(TeamsReply<ResourceResponse> reply) {
    return reply.isNo(403) || reply.isNo(404);
  }

  /// Of one person no error is the desk's: the next in the rota must not wait until it is mended.
  private static Delivery delivery(TeamsReply<ResourceResponse> reply) {
    return isNotThere(reply) && reply instanceof TeamsReply.No<?>(int status, String code, _)
        ? new Delivery.Refused(code.isEmpty() ? "HTTP " + status : code)
        : reply.delivery(answer -> TeamsAside.done(TeamsTeamChat.orEmpty(answer.getId())));
  }

  private static String place(String person) {
    return "person " + person;
  }

  private static String key(String person) {
    return "chat:" + person;
  }
}
