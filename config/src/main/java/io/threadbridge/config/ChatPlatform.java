package io.threadbridge.config;

import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.port.TeamChat;

/// One chat platform as it is wired.
///
/// @param name as desks name it, such as `slack`
/// @param rehearsed draws everything and sends nothing
/// @param presence who of its desks' people is there
record ChatPlatform(String name, TeamChat chat, TeamChat rehearsed, StaffPresence presence) {}
