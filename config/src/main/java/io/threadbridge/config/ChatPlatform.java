package io.threadbridge.config;

import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.TeamChat;
import java.util.Optional;

/// One chat platform as it is wired.
///
/// @param name as desks name it, such as `slack`
/// @param rehearsed draws everything and sends nothing, for the warm-up; empty: nothing to warm
/// @param presence who of its desks' people is there
record ChatPlatform(
    String name, TeamChat chat, Optional<TeamChat> rehearsed, StaffPresence presence) {}
