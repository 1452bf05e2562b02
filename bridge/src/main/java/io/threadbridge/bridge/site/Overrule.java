package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;

/// Somebody of the staff decides in place of the causes, until a moment.
///
/// @param form whether new visitors get the form
public record Overrule(boolean form, Staff by, Instant until) {}
