package io.threadbridge.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.MULTILINE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of the widget by the path under which they are served, without its leading slash.
///
/// The sources run in a browser as they are. What is served is lighter and comes in fewer requests:
/// the frame's modules joined into one, in the order of their imports, and everything without
/// comments and spaces, with short names for variables ([ScriptPacker]). Their style must allow it:
/// imports of named things on one line, and no two modules with the same name at their top level.
public final class WidgetFiles {

  private static final Pattern SERVED =
      Pattern.compile("widget\\.js|widget/(frame\\.(html|css|js)|languages/[a-z]{2,3}\\.json)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json; charset=utf-8");

  private static final Pattern IMPORT =
      Pattern.compile("^import .* from '\\./(\\w+\\.js)';\\n", MULTILINE);
  private final Map<String, WidgetFile> files = new ConcurrentHashMap<>();

  /// The file that is served under this path, or nothing where there is none.
  public Optional<WidgetFile> at(String path) {
    if (!SERVED.matcher(path).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(files.computeIfAbsent(path, WidgetFiles::made));
  }

  private static @Nullable WidgetFile made(String path) {
    var name = path.replaceFirst("^widget/", "");
    var source = source(name);
    if (source == null) {
      return null;
    }
    var kind = name.substring(name.lastIndexOf('.') + 1);
    var text =
        switch (kind) {
          case "js" -> ScriptPacker.pack(joined(name));
          case "css" -> StylePacker.pack(source);
          case "json" -> source.replaceAll("\\n\\s*", "").replace("\": \"", "\":\"");
          default -> source.replaceAll("\\n\\s*", "");
        };
    return new WidgetFile(TYPES.getOrDefault(kind, "text/plain"), text);
  }

  /// The source of a script with the modules that it imports before it, each once.
  static String joined(String name) {
    return joined(name, new HashSet<>());
  }

  private static String joined(String name, Set<String> done) {
    var source = done.add(name) ? source(name) : "";
    if (source == null) {
      throw new IllegalStateException("the widget imports " + name + ", which is not in its jar");
    }
    var all = new StringBuilder();
    var imports = IMPORT.matcher(source);
    while (imports.find()) {
      all.append(joined(imports.group(1), done));
    }
    return all + IMPORT.matcher(source).replaceAll("").replaceAll("(?m)^export ", "");
  }

  private static @Nullable String source(String name) {
    try (var in = WidgetFiles.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException("cannot read " + name + " of the widget", fault);
    }
  }
}
