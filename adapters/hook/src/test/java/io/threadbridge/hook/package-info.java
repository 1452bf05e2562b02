/// Webhooks against services that answer well and badly.
@NullMarked
package io.threadbridge.hook;

import org.jspecify.annotations.NullMarked;
