/// The Teams adapter, against recorded activities and played servers.
@NullMarked
package io.threadbridge.teams;

import org.jspecify.annotations.NullMarked;
