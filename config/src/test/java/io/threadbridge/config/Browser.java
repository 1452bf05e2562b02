package io.threadbridge.config;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The machine's own Chromium without a window, and nothing downloaded.
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /// Well above what anything takes, also on a busy machine.
  private static final double PATIENCE_MILLIS = 45_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path executable) {
    this.playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setTimeout(PATIENCE_MILLIS)
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  }

  /// Starts it. Where there is none the calling test is skipped, and says so; in CI it fails.
  static Browser start() {
    Optional<Path> executable = executable();
    if (executable.isEmpty()) {
      String missing = "NO CHROMIUM ON THE PATH: the stories in the browser are not told";
      if (System.getenv("CI") != null) {
        throw new AssertionError(missing);
      }
      System.err.println(missing);
      Assumptions.abort(missing);
    }
    return new Browser(executable.orElseThrow());
  }

  private static Optional<Path> executable() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(":"))
        .filter(directory -> !directory.isEmpty())
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// A new person's window of this size; nothing is remembered from another.
  Window window(int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return new Window(context, context.newPage());
  }

  @Override
  public void close() {
    playwright.close();
  }

  /// One person's window with one page.
  record Window(BrowserContext context, Page page) implements AutoCloseable {
    @Override
    public void close() {
      context.close();
    }
  }
}
