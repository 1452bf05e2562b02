/// Public holidays by the name of their calendar, and rotas that somebody keeps in a calendar
/// program and publishes as an iCalendar address.
@NullMarked
package io.threadbridge.calendar;

import org.jspecify.annotations.NullMarked;
