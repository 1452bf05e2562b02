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
          const first = 1_000; // why                        | let a=1000;
          let text = 'const first; // no /* comment */';     | let a='const first; // no /* comment */';
          const link = /https?:\\/\\/[^/]+ x/i;              | let a=/https?:\\/\\/[^/]+ x/i;
          const half = size / 2 / 3;                         | let a=size/2/3;
          const sum = size + +other - -1;                    | let a=size+ +other- -1;
          const found = typeof size;                         | let a=typeof size;
          const kept = box.kept ?? box?.kept;                | let a=box.kept??box?.kept;
          const { kept, was: old = 3 } = box;                | let{kept:a,was:b=3}=box;
          const both = { box, kept: box, [box]: true };      | let a={box,kept:box,[box]:!0};
          const all = list.map((one) => ({ one, two: one })); | let b=list.map(a=>({one:a,two:a}));
          const text = `${first} and ${list.map((it) => `<${it}>`)}`; | let b=`${first} and ${list.map(a=>`<${a}>`)}`;
          for (const one of list) one.go(); | for(let a of list)a.go();
          function add(one, { two, three }) { return one + two + three; } | function d(a,{two:c,three:b}){return a+c+b}
          try { go(); } catch (fault) { tell(fault); } | try{go()}catch(a){tell(a)}
          class Box { open(lid) { this.lid = lid; } close() { return this.open; } } | class b{open(a){this.lid=a}close(){return this.open}}
          """)
  void writesTheSameWithFewerCharacters(String source, String packed) {
    assertThat(ScriptPacker.pack(source)).isEqualTo(packed);
  }

  @Test
  void takesTheSpacesOutOfAStyleSheetOfSeveralLines() {
    assertThat(ScriptPacker.pack("const css = `\n  a, b { top: 0; }\n  b { left: ${side}px;\n }`;"))
        .isEqualTo("let a=`a,b{top:0}b{left:${side}px}`;");
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
  void letsFunctionsThatNeverMeetShareShortNamesButNotThoseOfTheTopLevel() {
    var packed =
        ScriptPacker.pack(
            "const top = 1; function one(left) { return left + top; }"
                + " function two(right) { return right + top; }");

    assertThat(packed).isEqualTo("let a=1;function c(b){return b+a}function d(b){return b+a}");
  }
}
