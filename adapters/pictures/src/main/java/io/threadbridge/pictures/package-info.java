/// The digest's pictures: a heat map of the week and a trend, drawn with JFreeChart, without a
/// screen.
@NullMarked
package io.threadbridge.pictures;

import org.jspecify.annotations.NullMarked;
