package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// The staff's side: one chat platform. Calls block for at most [#CALL_SECONDS_MAX] seconds and
/// never throw for what the platform does; each says in a [Delivery] what is known of it.
///
/// To write anew and to take back may be repeated freely: where nobody knows whether it was done,
/// [#rewrite], [#showCard] and [#retract] may answer [Delivery.Later] in place of
/// [Delivery.Unknown].
///
/// Whatever carries a `batch` can be looked for by it, or, where the platform answers
/// [Delivery.CannotLook], is sent again with another one and marked as perhaps double.
public interface TeamChat {
  /// No call takes longer; then its outcome is unknown.
  int CALL_SECONDS_MAX = 12;

  /// What people write before a command for a whole desk, such as `/chat`.
  String command();

  /// Posts the card on the desk, with `batch` as metadata; the post is the root of the new thread.
  Delivery openThread(DeskRef desk, String batch, Card card);

  /// Posts the visitor's words in the thread, with `batch` as metadata.
  Delivery post(DeskRef desk, ThreadRef thread, String batch, ThreadPost post);

  /// Posts a file of a message in the thread, with `batch` as metadata; [#findPost] finds it. What
  /// the platform cannot hold, or does not take within the call, is posted as its link. Where the
  /// bytes come [FileBytes.Later], so does the post, and says what to mend: a mere pause would hold
  /// up the desk for a file of another's.
  Delivery postFile(DeskRef desk, ThreadRef thread, String batch, FilePost file);

  /// Takes a post with a file back, and the file with it as far as the platform lets us. To do it
  /// twice is harmless.
  Delivery takeBack(DeskRef desk, ThreadRef thread, PostRef post);

  /// Opens a file that somebody posted on this desk.
  ///
  /// @param reference what the adapter has put into [SharedFile.Source.OnDesk]
  FileBytes open(DeskRef desk, String reference);

  /// Looks for a post of ours that carries this batch, among the desk's roots. Answers
  /// [Delivery.CannotLook] where the platform has no way to look.
  Delivery findThread(DeskRef desk, String batch, Instant notBefore);

  /// Looks for a post of ours that carries this batch, in the thread. Answers
  /// [Delivery.CannotLook] where the platform has no way to look.
  Delivery findPost(DeskRef desk, ThreadRef thread, String batch, Instant notBefore);

  /// Writes a post of the visitor's words anew, in place.
  Delivery rewrite(DeskRef desk, ThreadRef thread, PostRef post, ThreadPost words);

  /// Writes the card anew, in place.
  Delivery showCard(DeskRef desk, ThreadRef thread, Card card);

  /// Shows a text in the thread that only this person sees.
  Delivery hint(DeskRef desk, ThreadRef thread, Staff to, String text);

  /// The same with a link, which may lead to another platform.
  default Delivery hint(DeskRef desk, ThreadRef thread, Staff to, String text, Card.Link link) {
    return hint(desk, thread, to, text + " " + link.url());
  }

  /// Where people of the workspace open this thread; empty if the platform does not tell. A look-up
  /// that fails is no reason to hold anything back.
  default Optional<URI> link(DeskRef desk, ThreadRef thread) {
    return Optional.empty();
  }

  /// Sends this person a direct message with a link to the thread.
  Delivery tell(DeskRef desk, ThreadRef thread, Staff to, String text);

  /// Posts a text of the bridge's in the thread, for the staff, with `batch` as metadata.
  Delivery notice(DeskRef desk, ThreadRef thread, String batch, String text);

  /// Calls for somebody in the channel of `where`, which may be another desk's: a post of its own
  /// that links the card of `thread`, with `batch` as metadata. The text mentions nobody; where
  /// posts at a channel's root notify nobody, the call mentions the people of `where`.
  Delivery call(DeskRef where, DeskRef desk, ThreadRef thread, String batch, String text);

  /// Posts a text in the channel, about no conversation, with `batch` as metadata; [#findThread]
  /// finds it. Mentions nobody.
  Delivery announce(DeskRef desk, String batch, String text);

  /// The same of a report, with its pictures in the same post. A picture that cannot be shown is no
  /// reason to hold the text back.
  Delivery report(DeskRef desk, String batch, Report report);

  /// Takes a call back.
  Delivery retract(DeskRef desk, PostRef call);

  /// Sends this person a direct message with a link to the thread and a button to take it.
  Delivery callPerson(DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action take);

  /// Offers this person something to do by one tap, in the thread, where only they see it.
  Delivery offer(DeskRef desk, ThreadRef thread, Staff to, String text, Card.Action action);

  /// Lets the writer know that a post of theirs is an internal note which stays with the staff: by
  /// a mark on the post, or, where posts cannot be marked, by telling them `text` privately. To do
  /// it twice is harmless.
  Delivery confirmNote(DeskRef desk, ThreadRef thread, PostRef post, Staff writer, String text);
}
