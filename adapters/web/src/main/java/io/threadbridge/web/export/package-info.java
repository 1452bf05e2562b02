/// Figures as files, for whoever was given a link.
@NullMarked
package io.threadbridge.web.export;

import org.jspecify.annotations.NullMarked;
