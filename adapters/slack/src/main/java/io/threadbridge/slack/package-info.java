/// Slack: what happens in its channels goes in, threads go out.
@NullMarked
package io.threadbridge.slack;

import org.jspecify.annotations.NullMarked;
