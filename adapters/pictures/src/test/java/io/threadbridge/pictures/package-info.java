/// Tests that draw and look.
@NullMarked
package io.threadbridge.pictures;

import org.jspecify.annotations.NullMarked;
