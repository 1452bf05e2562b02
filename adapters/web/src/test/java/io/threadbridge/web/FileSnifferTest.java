package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FileSnifferTest {
  private final FileSniffer sniffer = new FileSniffer();

  private void assertRefused(byte[] bytes, String... names) {
    for (String name : names) {
      assertThat(sniffer.type(bytes, name)).as(name).isEmpty();
    }
  }

  @Test
  void picturesAreToldByTheirBytesWhateverTheirName() {
    for (String name : new String[] {"a.png", "a.html", "a", "a.exe"}) {
      assertThat(sniffer.type(FileSamples.png(), name)).contains(FileType.PNG);
    }
    assertThat(sniffer.type(FileSamples.picture("jpeg", 8, 8), "a")).contains(FileType.JPEG);
    assertThat(sniffer.type(FileSamples.picture("gif", 8, 8), "a")).contains(FileType.GIF);
    assertThat(sniffer.type(bytes("RIFF\0\0\0\0WEBPVP8 "), "a")).contains(FileType.WEBP);
    assertThat(sniffer.type(FileSamples.brand("heic"), "a")).contains(FileType.HEIC);
    assertThat(sniffer.type(FileSamples.brand("mif1"), "a")).contains(FileType.HEIC);
  }

  @Test
  void filmsAndSoundsAreToldByTheirBytes() {
    assertThat(sniffer.type(FileSamples.brand("mp42"), "a")).contains(FileType.MP4);
    assertThat(sniffer.type(FileSamples.brand("isom"), "a.mp4")).contains(FileType.MP4);
    assertThat(sniffer.type(FileSamples.brand("qt  "), "a")).contains(FileType.QUICKTIME);
    assertThat(sniffer.type(FileSamples.brand("M4A "), "a")).contains(FileType.M4A);
    assertThat(sniffer.type(bytes("ID3\u0003\0\0\0\0"), "a")).contains(FileType.MP3);
  }

  @Test
  void documentsAreTakenByBeginningAndName() {
    assertThat(sniffer.type(FileSamples.pdf(300), "a.txt")).contains(FileType.PDF);
    byte[] word = FileSamples.zip("[Content_Types].xml", "word/document.xml");
    assertThat(sniffer.type(word, "a.docx")).contains(FileType.DOCX);
    assertThat(sniffer.type(FileSamples.zip("word/numbering.xml"), "a.docx"))
        .contains(FileType.DOCX);
    assertThat(sniffer.type(FileSamples.zip("xl/workbook.xml"), "a.XLSX")).contains(FileType.XLSX);
    assertThat(sniffer.type(openDocument("text"), "a")).contains(FileType.ODT);
    assertThat(sniffer.type(openDocument("spreadsheet"), "a.ods")).contains(FileType.ODS);
    assertRefused(word, "a.zip", "a", "a.docm", "a.png");
  }

  /// Their first entry is not compressed and says what they are.
  private static byte[] openDocument(String what) {
    byte[] head = Arrays.copyOf(new byte[] {'P', 'K', 3, 4, 10}, 30);
    head[26] = 8;
    String said = "mimetypeapplication/vnd.oasis.opendocument." + what + "PK\u0003\u0004";
    byte[] all = Arrays.copyOf(head, 30 + said.length());
    System.arraycopy(bytes(said), 0, all, 30, said.length());
    return all;
  }

  @Test
  void anArchiveUnderADocumentsNameIsRefused() {
    assertRefused(FileSamples.zip("setup.exe"), "a.docx", "a.xlsx", "a.odt", "a.zip");
    assertRefused(FileSamples.zip("META-INF/MANIFEST.MF"), "a.docx", "a.jar");
    assertRefused(new byte[] {'P', 'K', 3, 4}, "a.docx");
  }

  @Test
  void plainTextIsTakenUnderATextsNameOnly() {
    byte[] text = bytes("Grüße, 2 × A5\nand more\n");
    assertThat(sniffer.type(text, "a.txt")).contains(FileType.TEXT);
    assertThat(sniffer.type(text, "README")).contains(FileType.TEXT);
    assertThat(sniffer.type(text, "orders.csv")).contains(FileType.CSV);
    assertRefused(text, "a.bat", "a.ps1", "a.js", "a.vbs", "a.hta", "a.svg", "a.png", "a.docx");
  }

  @Test
  void whatABrowserOrAComputerWouldRunIsRefusedWhateverItsName() {
    String[] names = {"a.png", "a.txt", "a.pdf", "a.html", "a"};
    assertRefused(FileSamples.HTML, names);
    assertRefused(bytes("\n  <svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"), names);
    assertRefused(
        bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), names);
    assertRefused(bytes("#!/bin/sh\nrm -rf /\n"), names);
    assertRefused(bytes("MZ\u0001\0\u0002\0\0\0this program"), names);
    assertRefused(bytes("\u007fELF\u0002\u0001\u0001\0\0\0"), names);
    assertRefused(
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        },
        "a.doc",
        "a.msi",
        "a.docx");
    assertRefused(new byte[] {1, 2, 3, 0, 5, 6}, names);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
