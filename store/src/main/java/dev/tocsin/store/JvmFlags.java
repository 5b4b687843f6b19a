package dev.tocsin.store;

import dev.tocsin.journal.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.openhft.chronicle.core.OS;

/** What Chronicle needs of the JVM. Without it, it fails with an assertion that helps nobody. */
final class JvmFlags {
  private static final String BASE = "java.base";
  private static final String COMPILER = "jdk.compiler";
  private static final Module OURS = JvmFlags.class.getModule();

  private JvmFlags() {}

  /**
   * Looks for all flags at once, before any class of Chronicle is loaded.
   *
   * @throws StoreException when some are missing; names each
   */
  static void check() {
    // nothing is sent anywhere, even where a host brings the jar that would
    System.setProperty("chronicle.analytics.disable", "true");
    if (ModuleLayer.boot().findModule(COMPILER).isEmpty()) {
      throw new StoreException("a store needs a full JDK: this runtime has no module " + COMPILER);
    }
    List<String> missing = new ArrayList<>();
    opens(missing, "java.lang");
    opens(missing, "java.lang.reflect");
    opens(missing, "java.io");
    opens(missing, "java.util");
    exports(missing, BASE, "sun.nio.ch");
    exports(missing, BASE, "jdk.internal.ref");
    exports(missing, COMPILER, "com.sun.tools.javac.file");
    if (!missing.isEmpty()) {
      throw new StoreException(
          "a store needs these flags of the JVM, which are missing:\n  "
              + String.join("\n  ", missing));
    }
    loadWithoutLitter();
  }

  /**
   * Chronicle looks for the folder of a build when it is loaded, and makes one among the temporary
   * files where it finds none.
   */
  private static void loadWithoutLitter() {
    Path made =
        Path.of(Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), "."), "target");
    boolean there = Files.exists(made);
    OS.getTarget();
    if (!there) {
      try {
        Files.deleteIfExists(made);
      } catch (IOException e) {
        // somebody has put something into it meanwhile
      }
    }
  }

  private static void opens(List<String> missing, String name) {
    if (!module(BASE).map(module -> module.isOpen(name, OURS)).orElse(false)) {
      missing.add("--add-opens=" + BASE + "/" + name + "=ALL-UNNAMED");
    }
  }

  private static void exports(List<String> missing, String module, String name) {
    if (!module(module).map(found -> found.isExported(name, OURS)).orElse(false)) {
      missing.add("--add-exports=" + module + "/" + name + "=ALL-UNNAMED");
    }
  }

  private static Optional<Module> module(String name) {
    return ModuleLayer.boot().findModule(name);
  }
}
