@NullMarked
package io.threadbridge.slack;

import org.jspecify.annotations.NullMarked;
