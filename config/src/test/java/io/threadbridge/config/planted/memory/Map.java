package io.threadbridge.config.planted.memory;

/// A keeper for tests only.
public record Map(String name) {}
