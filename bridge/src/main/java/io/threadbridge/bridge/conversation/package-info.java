/// The rules of a conversation: what it is, what can happen to it, what must be done.
@NullMarked
package io.threadbridge.bridge.conversation;

import org.jspecify.annotations.NullMarked;
