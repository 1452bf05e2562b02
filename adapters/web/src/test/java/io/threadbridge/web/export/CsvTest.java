package io.threadbridge.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables that every spreadsheet reads, and that do nothing when they are opened.
final class CsvTest {
  @Test
  void rowsEndAsTheStandardHasIt() {
    assertThat(new Csv().row(List.of("a", "", "1")).row(List.of("b", "c", "2")))
        .hasToString("a,,1\r\nb,c,2\r\n");
  }

  @Test
  void whatWouldEndACellOrARowIsQuoted() {
    assertThat(new Csv().row(List.of("a,b", "say \"hi\"", "two\nlines")))
        .hasToString("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void noCellIsAFormula(String cell) {
    assertThat(new Csv().row(List.of(cell)).toString()).matches("(?s)\"?'.*\r\n");
  }

  @Test
  void aFormulaIsQuotedToo() {
    assertThat(new Csv().row(List.of("=HYPERLINK(\"x\",\"y\")")))
        .hasToString("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
  }
}
