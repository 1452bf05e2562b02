/// Webhooks: a firm's own service, or PagerDuty, is told that a visitor waits and nobody has come;
/// a warehouse is told what is counted.
@NullMarked
package io.threadbridge.hook;

import org.jspecify.annotations.NullMarked;
