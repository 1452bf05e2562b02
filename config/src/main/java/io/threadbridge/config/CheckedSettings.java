package io.threadbridge.config;

/// The settings, once everything that can be wrong with them has been looked at. Whatever starts a
/// process or connects to one asks for these, so that a start that cannot be leaves nothing behind.
record CheckedSettings(Settings settings) {}
