package io.threadbridge.bridge.conversation;

/// Where threads are opened: `<platform>:<channel>`, such as `slack:C0123`. Only the platform's
/// adapter reads the second half.
public record DeskRef(String value) {
  public DeskRef {
    int colon = value.indexOf(':');
    if (colon < 1 || colon == value.length() - 1) {
      throw new IllegalArgumentException("a desk is written <platform>:<channel>, not " + value);
    }
  }

  /// `slack` or `teams`.
  public String platform() {
    return value.substring(0, value.indexOf(':'));
  }

  /// The platform's own name of the channel.
  public String channel() {
    return value.substring(value.indexOf(':') + 1);
  }
}
