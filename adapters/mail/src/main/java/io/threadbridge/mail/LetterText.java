package io.threadbridge.mail;

import io.threadbridge.bridge.application.ReadableMessage;
import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Message;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/// The words of one mail, as plain text and as the simplest HTML. Nothing that anybody wrote is
/// markup.
///
/// @param language a BCP 47 tag
/// @param answer what the link back is called
/// @param works how long and for whom
/// @param stop what the link that stops the mail is called
record LetterText(
    String language,
    String subject,
    String intro,
    List<Message> messages,
    String answer,
    URI back,
    String works,
    String stop,
    URI stopAt) {

  String plain() {
    String said =
        messages.stream()
            .map(message -> name(message) + ":\n" + ReadableMessage.of(message))
            .collect(Collectors.joining("\n\n"));
    return String.join(
        "\n",
        intro,
        "",
        said,
        "",
        answer + ":",
        back.toString(),
        works,
        "",
        stop + ":",
        "" + stopAt);
  }

  String html() {
    String said = messages.stream().map(LetterText::paragraph).collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="%s">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body style="font-family:sans-serif;line-height:1.5;max-width:36em">
    <p>%s</p>
    %s
    <p><a href="%s">%s</a><br><small>%s</small></p>
    <p><small><a href="%s">%s</a></small></p>
    </body>
    </html>
    """
        .formatted(
            escaped(language),
            escaped(subject),
            escaped(intro),
            said,
            escaped(back.toString()),
            escaped(answer),
            escaped(works),
            escaped(stopAt.toString()),
            escaped(stop));
  }

  private static String paragraph(Message message) {
    String words = escaped(ReadableMessage.of(message)).replace("\n", "<br>\n");
    return "<p dir=\"auto\"><b>" + escaped(name(message)) + "</b><br>\n" + words + "</p>";
  }

  private static String name(Message message) {
    return message.author() instanceof Author.OfStaff(var staff) ? oneLine(staff.name()) : "";
  }

  /// A text without line breaks and other control characters: nothing can begin a header with it.
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
