package io.threadbridge.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptPackerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          const first = 1_000; // why                        | let e=1000;
          let text = 'const first; // no /* comment */';     | let e='const first; // no /* comment */';
          const link = /https?:\\/\\/[^/]+ x/i;              | let e=/https?:\\/\\/[^/]+ x/i;
          const half = size / 2 / 3;                         | let e=size/2/3;
          const sum = size + +other - -1;                    | let e=size+ +other- -1;
          const found = typeof size;                         | let e=typeof size;
          const kept = box.kept ?? box?.kept;                | let e=box.kept??box?.kept;
          const { kept, was: old = 3 } = box;                | let{kept:e,was:t=3}=box;
          const both = { box, kept: box, [box]: true };      | let e={box,kept:box,[box]:!0};
          const all = list.map((one) => ({ one, two: one })); | let t=list.map(e=>({one:e,two:e}));
          const text = `${first} and ${list.map((it) => `<${it}>`)}`; | let t=`${first} and ${list.map(e=>`<${e}>`)}`;
          for (const one of list) one.go(); | for(let e of list)e.go();
          function add(one, { two, three }) { return one + two + three; } | function n(e,{two:s,three:t}){return e+s+t}
          try { go(); } catch (fault) { tell(fault); } | try{go()}catch(e){tell(e)}
          class Box { open(lid) { this.lid = lid; } close() { return this.open; } } | class t{open(e){this.lid=e}close(){return this.open}}
          """)
  void writesTheSameWithFewerCharacters(String source, String packed) {
    assertThat(ScriptPacker.pack(source)).isEqualTo(packed);
  }

  @Test
  void takesTheSpacesOutOfAStyleSheetOfSeveralLines() {
    assertThat(ScriptPacker.pack("const css = `\n  a, b { top: 0; }\n  b { left: ${side}px;\n }`;"))
        .isEqualTo("let e=`a,b{top:0}b{left:${side}px}`;");
  }

  @Test
  void givesNoTwoNamesThatMeetTheSameShortOne() {
    var names = IntStream.range(0, 200).mapToObj(n -> "name" + n).collect(Collectors.joining(", "));

    var packed = ScriptPacker.pack("function go(" + names + ") { return free; }");

    assertThat(packed.replaceAll(".*\\((.*)\\).*", "$1").split(","))
        .hasSize(200)
        .doesNotHaveDuplicates()
        .doesNotContain("free", "do", "if", "in", "of");
  }

  @Test
  void shortensThePropertiesThatOnlyOurOwnObjectsHaveAndNoOthers() {
    assertThat(
            ScriptPacker.pack(
                "class Box { pump({ queue, text }) { this.queue = queue; return text.length; } }"
                    + " Object.assign(box, { queue: 1 }).pump();"))
        .isEqualTo("class s{t({e,text:t}){this.e=e;return t.length}}Object.assign(box,{e:1}).t();");
  }

  @Test
  void letsFunctionsThatNeverMeetShareShortNamesButNotThoseOfTheTopLevel() {
    var packed =
        ScriptPacker.pack(
            "const top = 1; function one(left) { return left + top; }"
                + " function two(right) { return right + top; }");

    assertThat(packed).isEqualTo("let e=1;function s(t){return t+e}function n(t){return t+e}");
  }
}
