/// The browser half as files to be served: small, compressed, each with its type and its tag.
@NullMarked
package io.threadbridge.widget;

import org.jspecify.annotations.NullMarked;
