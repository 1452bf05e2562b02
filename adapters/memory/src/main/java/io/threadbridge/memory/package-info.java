/// Every outbound port in maps: small and obviously right, the first keeper of each contract. Made
/// for tests of the loop; nothing outlives the process.
@NullMarked
package io.threadbridge.memory;

import org.jspecify.annotations.NullMarked;
