/// The pages to see and use the workspace and Teams, and the control API behind them.
@NullMarked
package io.threadbridge.sandbox.page;

import org.jspecify.annotations.NullMarked;
