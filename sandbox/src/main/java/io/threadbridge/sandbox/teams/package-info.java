/// Microsoft Teams' side of the wire: login and keys, Connector REST, activities to the bot, limits
/// and faults.
@NullMarked
package io.threadbridge.sandbox.teams;

import org.jspecify.annotations.NullMarked;
