package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.SharedFile;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/// A file of a message as a post of the thread.
///
/// @param name who sent it, as the staff see them
/// @param file its name, at most [SharedFile#NAME_MAX] characters, its type and its size, at most
///     [SharedFile#SIZE_MAX]; the name is the sender's, and must neither ping nor format
/// @param bytes opens its bytes, anew each time
/// @param link where the staff open it in a browser, without another proof, as long as it is kept
/// @param open what such a link is called
/// @param remark what the bridge has to say of this post, such as *perhaps sent twice*
public record FilePost(
    String name,
    SharedFile file,
    Supplier<FileBytes> bytes,
    URI link,
    String open,
    Optional<String> remark) {
  @Override
  public String toString() {
    return "FilePost[" + file.id() + "]";
  }
}
