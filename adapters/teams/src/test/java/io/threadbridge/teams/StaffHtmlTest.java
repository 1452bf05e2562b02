package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the HTML of a message reads like.
class StaffHtmlTest {
  private static final String MENTION =
      "<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"%d\">x</span>";

  private static StaffHtml.Words read(String html) {
    return StaffHtml.read(
        html,
        mention ->
            switch (mention) {
              case 0 -> "";
              case 1 -> "@Ben";
              default -> "?";
            });
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        arguments("<p>One</p><p>Two</p>", "One\nTwo"),
        arguments("<div>\n  <div>One</div>\n  <div>Two</div>\n</div>", "One\nTwo"),
        arguments("One<br>Two<br/><br/>Three", "One\nTwo\n\nThree"),
        arguments("<p>One</p><p>&nbsp;</p><p>Two</p>", "One\n \nTwo"),
        arguments("<ul><li>Blue</li><li>Green</li></ul>after", "• Blue\n• Green\nafter"),
        arguments("<ol start=\"3\"><li>Blue</li><li>Green</li></ol>", "3. Blue\n4. Green"),
        arguments("<b>Bold</b>, <i>leaning</i> and <s>gone</s>", "Bold, leaning and gone"),
        arguments("a  lot\n of   room", "a lot of room"),
        arguments("<pre>as   typed\n  here</pre>", "as   typed\n  here"),
        arguments("2 &lt; 3 &amp;&amp; &amp;lt;", "2 < 3 && &lt;"),
        arguments(MENTION.formatted(0) + "&nbsp;Hi", "Hi"),
        arguments(MENTION.formatted(0) + "\u00a0// hush", "// hush"),
        arguments("Ask " + MENTION.formatted(1) + " please", "Ask @Ben please"),
        arguments("<at id=\"1\">Eve</at> knows", "@Ben knows"),
        arguments("Good <emoji alt=\"🙂\" title=\"Smile\"></emoji>", "Good 🙂"),
        arguments("<img itemtype=\"http://schema.skype.com/Emoji\" alt=\"😂\" src=\"x\"/>!", "😂!"),
        arguments(
            "<a href=\"https://shop.example/a\">our page</a>", "our page (https://shop.example/a)"),
        arguments(
            "<a href=\"https://shop.example/a\">shop.example/a</a>", "https://shop.example/a"),
        arguments("<a href=\"javascript:alert(1)\">press</a>", "press"),
        arguments("<a href=\"file://server/prices\">prices</a>", "prices"),
        arguments(
            "<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\">"
                + "<strong>Eve</strong><p>secret</p></blockquote><p>Yes</p>",
            "Yes"),
        arguments("<blockquote>To quote<br>the law</blockquote>Yes", "> To quote\n> the law\nYes"),
        arguments("<attachment id=\"1\"></attachment>See above", "See above"),
        arguments("<script>alert(1)</script><style>p{}</style>Hi", "Hi"),
        arguments("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A | B\nC"),
        arguments("<made-up>Hi</made-up>", "Hi"),
        arguments("not <closed", "not"),
        arguments("", ""));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageReadsAsAReaderSeesIt(String html, String text) {
    assertThat(TeamsReading.readable(read(html).text())).isEqualTo(text);
  }

  @Test
  void picturesAreCountedAndEmojiAreNot() {
    String html =
        "<img itemtype=\"http://schema.skype.com/AMSImage\" src=\"https://a.example/1\">"
            + "<img itemtype=\"http://schema.skype.com/Giphy\" src=\"https://a.example/2\">"
            + "<img itemtype=\"http://schema.skype.com/Emoji\" alt=\"😂\" src=\"e\">";
    assertThat(read(html).pictures()).isEqualTo(2);
  }

  @Test
  void charactersThatCannotBeReadAreLeftOut() {
    assertThat(TeamsReading.readable("a\u202eb\u0007c\u200bd")).isEqualTo("abcd");
    assertThat(TeamsReading.readable("e\u0301")).isEqualTo("\u00e9");
  }

  @Test
  void elementsWithoutEndAreReadInsideOfBounds() {
    assertThat(read("<div>".repeat(5_000) + "Hi").text()).hasSizeLessThan(5_000);
  }
}
