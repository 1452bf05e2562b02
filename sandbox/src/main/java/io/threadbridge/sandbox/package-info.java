/// A Slack workspace and a team in Teams that exist only on this machine, speak the platforms' wire
/// protocols, and can be made to fail on demand.
@NullMarked
package io.threadbridge.sandbox;

import org.jspecify.annotations.NullMarked;
