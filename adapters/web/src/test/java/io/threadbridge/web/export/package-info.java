@NullMarked
package io.threadbridge.web.export;

import org.jspecify.annotations.NullMarked;
