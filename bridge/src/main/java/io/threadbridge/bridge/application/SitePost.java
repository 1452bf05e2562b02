package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.TeamChat;

/// What stands in a desk's channel once a site has told it something.
sealed interface SitePost {
  /// Posts it, with the batch as its metadata.
  Delivery in(TeamChat chat, DeskRef desk, String batch);

  /// The same with a remark at its end.
  SitePost remarked(String remark);

  /// A piece of news.
  record News(String text) implements SitePost {
    @Override
    public Delivery in(TeamChat chat, DeskRef desk, String batch) {
      return chat.announce(desk, batch, text);
    }

    @Override
    public SitePost remarked(String remark) {
      return new News(text + " " + remark);
    }
  }

  /// How it went.
  record Digest(Report report) implements SitePost {
    @Override
    public Delivery in(TeamChat chat, DeskRef desk, String batch) {
      return chat.report(desk, batch, report);
    }

    @Override
    public SitePost remarked(String remark) {
      return new Digest(report.remarked(remark));
    }
  }
}
