/// The whole program: stories through widget, program, Redis and sandbox; its walls; its settings.
@NullMarked
package io.threadbridge.config;

import org.jspecify.annotations.NullMarked;
