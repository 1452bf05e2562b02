/// What people mean by what they type, told by words alone, in every language that has a file here:
/// greetings, endings, and promises to come back. No file system, no clock, nothing learned.
@NullMarked
package io.threadbridge.bridge.recognition;

import org.jspecify.annotations.NullMarked;
