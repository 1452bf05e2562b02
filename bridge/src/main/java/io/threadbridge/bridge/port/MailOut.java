package io.threadbridge.bridge.port;

/// Mail to visitors.
public interface MailOut {
  /// Sends one mail. Harmless when repeated with the same `id`, as far as mail can be: the message
  /// id is made of it.
  Delivery send(VisitorMail mail);
}
