/// A Slack workspace that exists only on this machine, speaks Slack's wire protocols, and can be
/// made to fail on demand.
@NullMarked
package io.threadbridge.sandbox;

import org.jspecify.annotations.NullMarked;
