package io.threadbridge.config;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// The chat on some page.
record Chat(Locator button, FrameLocator frame) {
  static Chat on(Page page) {
    return new Chat(
        page.locator("threadbridge-chat button"), page.frameLocator("threadbridge-chat iframe"));
  }

  Locator composer() {
    return frame.getByPlaceholder("Write a message");
  }

  void say(String words) {
    composer().fill(words);
    composer().press("Enter");
  }

  Locator messages() {
    return frame.locator(".message");
  }

  Locator message(String words) {
    return messages().filter(new Locator.FilterOptions().setHasText(words));
  }

  /// The line above the composer that says how things stand.
  Locator status() {
    return frame.locator("[role=status]");
  }

  /// The choice, the contact form or the rating.
  Locator panel(String title) {
    return frame.getByLabel(title);
  }

  Locator press(String name) {
    return frame.locator("button").filter(new Locator.FilterOptions().setHasText(name));
  }
}
