/// Microsoft Teams: activities in, threads out. Knows activities and Adaptive Cards, and no rule.
@NullMarked
package io.threadbridge.teams;

import org.jspecify.annotations.NullMarked;
