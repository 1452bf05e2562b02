package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNamesTest {
  private static String decoded(String name) {
    return FileNames.decoded(URLEncoder.encode(name, UTF_8).replace("+", "%20"));
  }

  @Test
  void aNameIsOnOneLineWithoutPathAndWithoutWhatTurnsOthersAround() {
    assertThat(decoded("Sivu 12 – tahra 🌲.jpg")).isEqualTo("Sivu 12 – tahra 🌲.jpg");
    assertThat(decoded("../../etc/passwd")).isEqualTo("passwd");
    assertThat(decoded("C:\\Users\\a.png")).isEqualTo("a.png");
    assertThat(decoded("photo\u202Egpj.exe")).isEqualTo("photogpj.exe");
    assertThat(decoded("a\r\nSet-Cookie: x\u0000.png")).isEqualTo("a Set-Cookie: x.png");
    assertThat(decoded(" .. ")).isEqualTo("file");
    assertThat(decoded(".htaccess")).isEqualTo("htaccess");
    assertThat(decoded("folder/")).isEqualTo("file");
  }

  @Test
  void aNameThatIsNotPercentEncodedIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> FileNames.decoded("100%"));
    assertThatIllegalArgumentException().isThrownBy(() -> FileNames.decoded("%zz"));
  }

  @ParameterizedTest
  @CsvSource({
    "PNG, a.png, a.png",
    "PNG, a.PNG, a.PNG",
    "PNG, a.jpg, a.png",
    "PDF, invoice.exe, invoice.exe.pdf",
    "JPEG, photo, photo.jpg",
    "JPEG, v1.2, v1.2.jpg"
  })
  void theEndingIsTheTypes(FileType type, String name, String fitting) {
    assertThat(FileNames.of(type, name)).isEqualTo(fitting);
  }

  @Test
  void aLongNameKeepsItsEnding() {
    assertThat(FileNames.of(FileType.PDF, "x".repeat(200) + ".pdf"))
        .isEqualTo("%s.pdf", "x".repeat(116));
    assertThat(FileNames.of(FileType.PDF, "🌲".repeat(100) + "x.pdf"))
        .isEqualTo("%s.pdf", "🌲".repeat(58));
  }
}
