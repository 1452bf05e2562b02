package io.threadbridge.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ResourceResponse;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is said beside a thread: to one person in their own chat with the app, because nothing in
/// a channel is for one alone, or as a post of its own in a channel.
final class TeamsAside {
  private static final String OF_TEAMS = "teams:";

  private final TeamsClient client;
  private final TeamsChats chats;
  private final TeamsMembers members;
  private final TeamsLinks links;
  private final TeamsNames names;
  private final TeamsHealth health;
  private final RootWatch roots;
  private final Function<DeskRef, TeamsWords> words;

  TeamsAside(
      TeamsClient client,
      TeamsChats chats,
      TeamsMembers members,
      TeamsLinks links,
      TeamsNames names,
      TeamsHealth health,
      RootWatch roots,
      Function<DeskRef, TeamsWords> words) {
    this.client = client;
    this.chats = chats;
    this.members = members;
    this.links = links;
    this.names = names;
    this.health = health;
    this.roots = roots;
    this.words = words;
  }

  /// Where this thread opens.
  URI link(DeskRef desk, ThreadRef thread) {
    return links.to(TeamsPlace.of(desk), thread);
  }

  /// To this person, with whose conversation it is about, a link to it, and perhaps something to
  /// do.
  Delivery tell(
      DeskRef desk, ThreadRef thread, Staff to, String text, Optional<Card.Action> action) {
    return isOfTeams(to)
        ? chats.send(person(to), forOne(desk, thread, text, action))
        : new Delivery.Refused("nobody of Teams");
  }

  /// The same to whoever it is: that they have not the app is nothing to mend.
  Delivery tellAnybody(DeskRef desk, ThreadRef thread, Staff to, String text) {
    return isOfTeams(to)
        ? chats.sendToAnybody(person(to), forOne(desk, thread, text, Optional.empty()))
        : new Delivery.Refused("nobody of Teams");
  }

  private static boolean isOfTeams(Staff to) {
    return to.id().startsWith(OF_TEAMS);
  }

  private static String person(Staff to) {
    return to.id().substring(OF_TEAMS.length());
  }

  private Activity forOne(
      DeskRef desk, ThreadRef thread, String text, Optional<Card.Action> action) {
    TeamsWords own = words.apply(desk);
    URI link = link(desk, thread);
    List<ObjectNode> more =
        action.map(each -> TeamsPosts.elsewhere(each, desk, thread, own)).orElse(List.of());
    Optional<String> about = names.of(desk, thread);
    ObjectNode card = TeamsPosts.aside(about, text, link, own, more);
    String summary = about.map(name -> name + ": " + text).orElse(text);
    return TeamsActivities.alerting(TeamsActivities.card(card, TeamsText.summary(summary)));
  }

  /// In a channel, as a post of its own that links a thread of perhaps another channel and mentions
  /// the people of this one: nobody else would be notified.
  Delivery call(DeskRef where, DeskRef desk, ThreadRef thread, String text) {
    TeamsWords own = words.apply(where);
    URI link = link(desk, thread);
    ObjectNode card = TeamsPosts.call(text, link, own, members.staff(TeamsPlace.of(where)));
    Delivery delivery = root(where, card, text, client.patience().aside());
    if (delivery instanceof Delivery.Done(PostRef post)) {
      roots.called(TeamsPlace.of(where).channel(), post.value(), desk, thread);
    }
    return delivery;
  }

  /// In a channel, about no thread.
  Delivery announce(DeskRef where, String text) {
    return announce(where, TeamsPosts.text(text), text, client.patience().post());
  }

  /// The same as this card.
  ///
  /// @param text what notifications say of it
  Delivery announce(DeskRef where, ObjectNode card, String text, Duration within) {
    Delivery delivery = root(where, card, text, within);
    if (delivery instanceof Delivery.Done(PostRef post)) {
      roots.announced(TeamsPlace.of(where).channel(), post.value());
    }
    return delivery;
  }

  private Delivery root(DeskRef where, ObjectNode card, String text, Duration within) {
    TeamsPlace place = TeamsPlace.of(where);
    Activity activity = TeamsActivities.card(card, TeamsText.summary(text));
    TeamsReply<ResourceResponse> reply = client.post(place.channel(), activity, within);
    return noted(place.team(), inChannel(reply, answer -> done(orEmpty(answer))));
  }

  private static String orEmpty(ResourceResponse answer) {
    return TeamsTeamChat.orEmpty(answer.getId());
  }

  /// Takes a call back; one that is gone already is taken back.
  Delivery retract(DeskRef desk, PostRef call) {
    return takeBack(desk, new ThreadRef(call.value()), call);
  }

  /// Takes a post of a thread back; one that is gone already, or its thread, is taken back.
  Delivery takeBack(DeskRef desk, ThreadRef thread, PostRef post) {
    TeamsReply<Boolean> reply =
        client.delete(TeamsPlace.of(desk).conversation(thread), post.value());
    return reply.isNo(404) ? new Delivery.Done(post) : reply.delivery(_ -> new Delivery.Done(post));
  }

  /// What somebody must mend in a team is shown until something succeeds there.
  Delivery noted(String team, Delivery delivery) {
    if (delivery instanceof Delivery.Later(_, String why, String mend)) {
      health.needsMending(team, why, mend);
    } else if (delivery instanceof Delivery.Done) {
      health.mended(team);
    }
    return delivery;
  }

  /// At a channel's root it is the channel that is not found.
  static <T> Delivery inChannel(TeamsReply<T> reply, Function<T, Delivery> done) {
    return reply instanceof TeamsReply.No<T>(int status, String code, _) && status == 404
        ? TeamsErrors.noChannel(code)
        : reply.delivery(done);
  }

  /// Done, if Teams named the post.
  static Delivery done(String id) {
    return id.isBlank()
        ? new Delivery.Unknown("an answer without the post's id")
        : new Delivery.Done(new PostRef(id));
  }
}
