/// The rules of a site: whether new visitors get the chat or the contact form, how long a first
/// answer takes of late, who is there and who is on call. Pure like those of a conversation: the
/// time is in the event, the world is in the effects.
@NullMarked
package io.threadbridge.bridge.site;

import org.jspecify.annotations.NullMarked;
