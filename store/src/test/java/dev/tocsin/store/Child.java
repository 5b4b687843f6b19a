package dev.tocsin.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with our classes. */
final class Child {
  private Child() {}

  /**
   * @param flagged whether it has the flags that Chronicle needs
   */
  static ProcessBuilder command(String main, boolean flagged, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    if (flagged) {
      command.addAll(List.of(System.getProperty("tocsin.chronicle.flags").split(" ")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }
}
