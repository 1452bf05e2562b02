/// Tests of the rules: stories, walks, and the table of events and states.
@NullMarked
package io.threadbridge.bridge.conversation;

import org.jspecify.annotations.NullMarked;
