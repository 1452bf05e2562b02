/// Tests of the calendars, against the library's data and a server that misbehaves.
@NullMarked
package io.threadbridge.calendar;

import org.jspecify.annotations.NullMarked;
