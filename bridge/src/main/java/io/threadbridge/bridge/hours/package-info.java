/// When a firm is there, and who of it: opening hours, holidays and the on-call rota as plain
/// values. No clock in here: every question names its moment.
@NullMarked
package io.threadbridge.bridge.hours;

import org.jspecify.annotations.NullMarked;
