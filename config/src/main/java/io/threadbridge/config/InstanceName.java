package io.threadbridge.config;

/// The name of this running program among others on the same Redis; another at every start.
record InstanceName(String value) {}
