/// Slack's side of the wire: Web API, Socket Mode, signed HTTP events, interactivity, rates and
/// faults.
@NullMarked
package io.threadbridge.sandbox.slack;

import org.jspecify.annotations.NullMarked;
