/// The whole program under faults: killed, without its Redis, beside a platform that lies, twice on
/// one Redis. What went in is counted, and what came out: none lost, none doubled, order kept.
@NullMarked
package io.threadbridge.config.faults;

import org.jspecify.annotations.NullMarked;
