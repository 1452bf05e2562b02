package io.threadbridge.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WidgetFilesTest {

  private static final int MOST_BYTES = 15_000;
  private static final int MOST_LOADER_LINES = 200;

  private final WidgetFiles files = new WidgetFiles();

  @ParameterizedTest
  @ValueSource(strings = {"da", "de", "en", "fi", "sv", "uk"})
  void weighsLessThan15KilobytesInAllWithAnyLanguage(String language) {
    var all =
        List.of(
            "widget.js",
            "widget/frame.html",
            "widget/frame.css",
            "widget/frame.js",
            "widget/languages/" + language + ".json");

    var bytes = all.stream().mapToInt(path -> file(path).gzipped().length).sum();

    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void joinsTheModulesOfTheFrameIntoOneScriptWithoutNamesThatMeet() {
    var script = WidgetFiles.joined("frame.js");

    var names =
        Pattern.compile("^(?:const|let|class|function|async function) (\\w+)", MULTILINE)
            .matcher(script)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(script).doesNotContainPattern("(?m)^(import|export)\\b");
    assertThat(names)
        .contains("Conversation", "Queue", "Connection", "View", "Panel", "receive")
        .doesNotHaveDuplicates();
  }

  /// A name that is missing here was taken for one of the script's own, and would be shortened.
  @Test
  void leavesTheBrowsersOwnNamesAlone() {
    assertThat(ScriptPacker.free(WidgetFiles.joined("frame.js")))
        .containsExactlyInAnyOrder(
            "AbortController",
            "AbortSignal",
            "Array",
            "Boolean",
            "Date",
            "JSON",
            "Map",
            "Math",
            "Object",
            "Promise",
            "ResizeObserver",
            "Set",
            "TextDecoderStream",
            "URL",
            "URLSearchParams",
            "Uint8Array",
            "WebSocket",
            "addEventListener",
            "clearTimeout",
            "crypto",
            "document",
            "encodeURIComponent",
            "fetch",
            "isNaN",
            "location",
            "navigator",
            "parent",
            "parseInt",
            "requestAnimationFrame",
            "setTimeout",
            "window");
    assertThat(ScriptPacker.free(file("widget/frame.js").text()))
        .isEqualTo(ScriptPacker.free(WidgetFiles.joined("frame.js")));
    assertThat(ScriptPacker.free(file("widget.js").text()))
        .isEqualTo(ScriptPacker.free(WidgetFiles.joined("widget.js")));
  }

  @Test
  void servesScriptsWithoutCommentsAndWithAllTheirCode() {
    var script = file("widget/frame.js").text();

    assertThat(script)
        .doesNotContain("/**", " // ")
        .contains("case'welcome'", "/(?:https?:\\/\\/|mailto:");
  }

  @Test
  void keepsTheLauncherShort() throws IOException {
    try (var in = WidgetFiles.class.getResourceAsStream("widget.js")) {
      assertThat(in).isNotNull();
      assertThat(new String(in.readAllBytes(), UTF_8).lines().count())
          .isLessThanOrEqualTo(MOST_LOADER_LINES);
    }
  }

  @Test
  void namesTypesAndTagsAndCompressesWithoutLoss() throws IOException {
    var page = file("widget/frame.html");

    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.entityTag()).matches("\"[0-9a-f]{24}\"");
    assertThat(page.entityTag()).isNotEqualTo(file("widget/frame.css").entityTag());
    try (var in = new GZIPInputStream(new ByteArrayInputStream(page.gzipped()))) {
      assertThat(in.readAllBytes()).isEqualTo(page.plain());
    }
  }

  @Test
  void makesNoInlineScriptOrStyle() {
    var page = file("widget/frame.html").text();

    var inline =
        Pattern.compile("<script(?![^>]*src)|<style|\\son\\w+=|\\sstyle=")
            .matcher(page)
            .results()
            .map(MatchResult::group);
    assertThat(inline).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/widget.js",
        "widget/",
        "widget/languages/../frame.js",
        "widget/languages/xx.json",
        "widget/view.js",
        "widget/WidgetFiles.class"
      })
  void servesNothingElse(String path) {
    assertThat(files.at(path)).isEmpty();
  }

  private WidgetFile file(String path) {
    return files.at(path).orElseThrow();
  }
}
