package io.threadbridge.bridge.conversation;

/// The key of a site in the settings, such as `shop`.
public record SiteName(String value) {}
