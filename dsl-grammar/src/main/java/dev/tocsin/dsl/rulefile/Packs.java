package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ready rules on the class path: {@code pack:NAME} is the resource {@code
 * dev/tocsin/packs/NAME.yaml}. Which packs a jar has stands in {@code dev/tocsin/packs/packs.txt},
 * a name a line; it is needed for {@link #names} only.
 */
public final class Packs {
  private static final String PREFIX = "pack:";
  private static final String FOLDER = "dev/tocsin/packs/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  private Packs() {}

  /** The packs of all jars, in alphabetical order. */
  public static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (URL list : Collections.list(loader().getResources(FOLDER + "packs.txt"))) {
      try (InputStream in = list.openStream()) {
        text(in).lines().map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
      }
    }
    return names.stream().distinct().sorted().toList();
  }

  /** What messages call a pack, and how it is included. */
  public static String source(String pack) {
    return PREFIX + pack;
  }

  /** The name of a pack that a text includes. */
  static String name(String source) {
    return source.substring(PREFIX.length());
  }

  /** Whether a text is a pack and no file, by its name. */
  public static boolean isPack(String source) {
    return source.startsWith(PREFIX);
  }

  /**
   * Reads a pack.
   *
   * @throws IOException when there is none of this name; the message says which there are
   */
  public static Source open(String source) throws IOException {
    String name = name(source);
    if (NAME.matcher(name).matches()) {
      try (InputStream in = loader().getResourceAsStream(FOLDER + name + ".yaml")) {
        if (in != null) {
          return new Source(source, text(in));
        }
      }
    }
    List<String> known = names();
    if (known.isEmpty()) {
      throw new IOException(
          "there are no packs on the class path; add dev.tocsin:tocsin-rule-packs");
    }
    Optional<String> meant = Suggestions.nearest(name, known);
    throw new IOException(
        "there is no such pack; " + meant.orElse("there are " + String.join(", ", known)));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** That of the application, which may see more than the one that loaded this class. */
  private static ClassLoader loader() {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    return application != null ? application : Packs.class.getClassLoader();
  }
}
