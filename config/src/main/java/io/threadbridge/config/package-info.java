/// Here the parts are put together: settings, wiring, the loops. The only module that sees
/// everything.
@NullMarked
package io.threadbridge.config;

import org.jspecify.annotations.NullMarked;
