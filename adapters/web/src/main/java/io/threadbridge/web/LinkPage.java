package io.threadbridge.web;

import io.threadbridge.bridge.port.Texts;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/// The small pages that links in a mail open. They hold nothing that anybody said.
///
/// @param language a BCP 47 tag, the visitor's
/// @param site its title
record LinkPage(Texts texts, String language, ZoneId zone, String site) {
  /// The way back: nothing happens before the click.
  String back(String siteName) {
    return page(
        "",
        "back.title",
        """
        <main data-site="%s">
        <h1>%s</h1>
        <p>%s</p>
        <button>%s</button>
        <p role="alert" hidden>%s</p>
        </main>
        <script type="module" src="back.js"></script>\
        """
            .formatted(
                HtmlUtils.htmlEscape(siteName),
                label("back.title"),
                label("back.intro"),
                label("back.open"),
                label("back.trouble")));
  }

  /// The question whether to stop: programs that look through mail open links too. It is asked at
  /// the address to which the answer goes.
  String stopMail() {
    return page(
        "../",
        "mail.stop",
        """
        <main>
        <h1>%s</h1>
        <p>%s</p>
        <form method="post"><button>%s</button></form>
        </main>\
        """
            .formatted(label("back.title"), label("mail.stop-ask"), label("mail.stop-button")));
  }

  String stopped() {
    return said("../", "mail.stop-done");
  }

  /// One sentence, the label of this name.
  ///
  /// @param up as below
  String said(String up, String name) {
    return page(up, name, "<main>\n<p>" + label(name) + "</p>\n</main>");
  }

  /// @param up from the page's folder to the one of its style
  private String page(String up, String title, String body) {
    return """
    <!doctype html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>%s</title>
    <link rel="stylesheet" href="%sback.css">
    </head>
    <body>
    %s
    </body>
    </html>
    """
        .formatted(HtmlUtils.htmlEscape(language), label(title), up, body);
  }

  private String label(String name) {
    return HtmlUtils.htmlEscape(texts.label(language, zone, name, Map.of("site", site)));
  }
}
