package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What visitors do and see. Words that end with `…` only begin so; ` → ` parts what belongs
/// together.
final class VisitorSentences {
  static final List<Sentence> ALL =
      List.of(
          Sentence.of("visitor is called: (.+)", (stage, line) -> stage.visitorIs(line.group(1))),
          Sentence.of("visitor writes: (.+)", (stage, line) -> stage.visitorSays(line.group(1))),
          Sentence.of("visitor shows: (\\S+)(?: with the words (.+))?", VisitorSentences::shows),
          Sentence.of("visitor sees the picture: (\\S+)", VisitorSentences::seesPicture),
          Sentence.of(
              "visitor no longer sees the picture: (\\S+)", VisitorSentences::seesPictureNoLonger),
          Sentence.of("visitor opens the file: (\\S+)", VisitorSentences::opensFile),
          Sentence.of("visitor changes: (.+) → (.+)", VisitorSentences::changes),
          Sentence.of("visitor takes back: (.+)", VisitorSentences::takesBack),
          Sentence.of("visitor sends the form: (.+) → (.+)", VisitorSentences::sendsForm),
          Sentence.of(
              "visitor chooses: email → (.+)", (stage, line) -> choose(stage, "email", line)),
          Sentence.of(
              "visitor chooses: callback → (.+)", (stage, line) -> choose(stage, "callback", line)),
          Sentence.of("visitor may choose another way", (stage, _) -> mayChoose(stage)),
          Sentence.of("visitor reads from (the bridge|\\w+): (.+)", VisitorSentences::reads),
          Sentence.of("visitor no longer reads: (.+)", VisitorSentences::readsNoLonger),
          Sentence.of("visitor has read from the team: (.+)", VisitorSentences::hasReadOnly),
          Sentence.of("visitor has read nothing from the team", VisitorSentences::hasReadNothing),
          Sentence.of("visitor sees: (\\w+)(?: by (\\w+))?", VisitorSentences::sees),
          Sentence.of("new visitors get: the (chat|form)", VisitorSentences::availability));

  private VisitorSentences() {}

  private static void shows(StoryStage stage, Matcher line) {
    stage.visitorShows(line.group(1), Optional.ofNullable(line.group(2)).orElse(""));
  }

  /// In the page: a picture is served as one, whoever posted it and whatever it is called there.
  private static void seesPicture(StoryStage stage, Matcher line) {
    String name = line.group(1);
    HttpResponse<byte[]> read =
        Eventually.gives(
            name + " among " + stage.visitor().files(),
            () -> pictures(stage).filter(of -> StoryFile.isPicture(name, of.body())).findFirst());
    assertThat(read.headers().firstValue("Content-Type")).hasValue("image/png");
  }

  private static void seesPictureNoLonger(StoryStage stage, Matcher line) {
    Eventually.holds(
        "no picture " + line.group(1),
        () -> pictures(stage).noneMatch(of -> StoryFile.isPicture(line.group(1), of.body())));
  }

  private static Stream<HttpResponse<byte[]>> pictures(StoryStage stage) {
    return stage.visitor().files().stream()
        .map(stage.visitor()::read)
        .filter(read -> read.statusCode() == 200);
  }

  /// Anything else is for the visitor's own programs, never for the page.
  private static void opensFile(StoryStage stage, Matcher line) {
    HttpResponse<byte[]> read = read(stage, line.group(1));
    assertThat(read.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment")
        .contains(line.group(1));
    assertThat(read.body()).isEqualTo(StoryFile.bytes(line.group(1)));
  }

  private static HttpResponse<byte[]> read(StoryStage stage, String name) {
    VisitorClient.Shown file =
        Eventually.gives(
            name + " among " + stage.visitor().files(),
            () -> stage.visitor().files().stream().filter(of(name)).findFirst());
    HttpResponse<byte[]> read = stage.visitor().read(file);
    assertThat(read.statusCode()).as(name).isEqualTo(200);
    return read;
  }

  private static Predicate<VisitorClient.Shown> of(String name) {
    return file -> file.name().equals(name);
  }

  private static void changes(StoryStage stage, Matcher line) {
    stage.visitor().edit(stage.said(line.group(1)), line.group(2));
  }

  private static void takesBack(StoryStage stage, Matcher line) {
    stage.visitor().delete(stage.said(line.group(1)));
  }

  private static void sendsForm(StoryStage stage, Matcher line) {
    int _ = stage.visitor().sendForm(line.group(1), line.group(2));
    stage.beginsWith(line.group(1));
  }

  private static void choose(StoryStage stage, String way, Matcher line) {
    stage.visitor().choose(way, line.group(1));
  }

  private static void mayChoose(StoryStage stage) {
    JsonNode _ = stage.visitor().state("a choice", state -> !state.path("choices").isEmpty());
  }

  private static void reads(StoryStage stage, Matcher line) {
    boolean bridge = line.group(1).equals("the bridge");
    String words = stage.read(line.group(2));
    String name = stage.read(line.group(1));
    VisitorClient.Line read =
        Eventually.gives(
            words + " among " + stage.visitor().lines(),
            () ->
                stage.visitor().lines().stream()
                    .filter(one -> one.role().equals(bridge ? "bridge" : "staff"))
                    .filter(one -> bridge || one.name().equals(name))
                    .filter(one -> Sentence.fits(one.text(), words))
                    .findFirst());
    assertThat(read.seq()).isPositive();
  }

  private static void readsNoLonger(StoryStage stage, Matcher line) {
    Eventually.holds(
        "no line " + line.group(1),
        () ->
            stage.visitor().lines().stream()
                .noneMatch(one -> Sentence.fits(one.text(), line.group(1))));
  }

  private static void hasReadOnly(StoryStage stage, Matcher line) {
    assertThat(stage.visitor().fromStaff()).containsExactly(line.group(1).split(" \\| ", -1));
  }

  private static void hasReadNothing(StoryStage stage, Matcher line) {
    assertThat(stage.visitor().fromStaff()).as(line.group()).isEmpty();
  }

  private static void sees(StoryStage stage, Matcher line) {
    JsonNode state = stage.visitor().phase(line.group(1));
    Optional.ofNullable(line.group(2))
        .ifPresent(
            name ->
                assertThat(state.path("with").path("name").stringValue(""))
                    .isEqualTo(stage.read(name)));
  }

  private static void availability(StoryStage stage, Matcher line) {
    JsonNode _ = stage.visitor().availability(line.group(1));
  }
}
