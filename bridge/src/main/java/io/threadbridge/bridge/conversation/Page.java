package io.threadbridge.bridge.conversation;

/// A page of the site, as the visitor's browser tells it: both are a visitor's words and never
/// trusted.
public record Page(String url, String title) {
  @Override
  public String toString() {
    return "Page[]";
  }
}
