package io.threadbridge.redis.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/// The Redis program that comes with us, for the machines it was built for.
final class RedisBinary {
  private static final String MEND =
      " Install Redis 6.2 or later, or Valkey, and set redis.url to its address.";

  private RedisBinary() {}

  /// Puts the program into a directory, unless it is there already, and answers its path.
  static Path extractInto(Path directory) {
    String shipped = shipped();
    Path program = directory.resolve(shipped);
    if (Files.isExecutable(program)) {
      return program;
    }
    try {
      Path fresh = Files.createTempDirectory(directory, "extracting");
      Path extracted = ExecutableProvider.newJarResourceProvider(fresh.toFile()).get().toPath();
      Files.move(extracted, program);
      Files.delete(fresh);
      return program;
    } catch (IOException failed) {
      throw doesNotRun("cannot be put into " + directory + " (" + failed.getMessage() + ")");
    }
  }

  /// Throws where no program for this machine comes with us.
  static void requireShipped() {
    String _ = shipped();
  }

  private static String shipped() {
    String here = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    Map<OsArchitecture, String> all = ExecutableProvider.newProvidedVersionsMap();
    String name;
    try {
      name = all.get(OsArchitecture.detectOSandArchitecture());
    } catch (RuntimeException unknownMachine) {
      throw doesNotRun("was not built for this machine (" + here + ")");
    }
    if (name == null || name.endsWith(".exe")) {
      throw doesNotRun("was not built for this machine (" + here + ")");
    }
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /// That the program cannot be used here, and what to do about it.
  static EmbeddedRedisUnavailable doesNotRun(String why) {
    return new EmbeddedRedisUnavailable("The embedded Redis " + why + "." + MEND);
  }
}
