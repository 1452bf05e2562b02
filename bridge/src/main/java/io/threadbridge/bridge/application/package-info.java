/// The loop around the rules: handle an event, carry out an effect, one step of each worker. No
/// threads, no sleeping, no logging here;
/// whoever runs the steps is in `config`.
@NullMarked
package io.threadbridge.bridge.application;

import org.jspecify.annotations.NullMarked;
