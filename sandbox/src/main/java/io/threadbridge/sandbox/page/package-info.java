/// The page to see and use the workspace, and the control API behind it.
@NullMarked
package io.threadbridge.sandbox.page;

import org.jspecify.annotations.NullMarked;
