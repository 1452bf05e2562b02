/// The visitor's side, tested against memory keepers, and through a real Jetty.
@NullMarked
package io.threadbridge.web;

import org.jspecify.annotations.NullMarked;
