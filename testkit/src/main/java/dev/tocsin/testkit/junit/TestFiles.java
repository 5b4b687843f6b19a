package dev.tocsin.testkit.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds files of tests: on the class path, in the module's directory, in the working directory. */
final class TestFiles {
  private static final String WILD = "*?{[";

  /** The same as {@code tocsin test} takes. */
  private static final Pattern RULE_TEST = Pattern.compile("(.*[/\\\\_-])?tests?\\.ya?ml");

  private final List<Path> directories;

  private TestFiles(List<Path> directories) {
    this.directories = directories;
  }

  /** Of a test class. */
  static TestFiles of(Class<?> test) {
    List<Path> directories = new ArrayList<>(classPath(test.getClassLoader()));
    Optional.ofNullable(System.getProperty("basedir")) // Maven's name for the module
        .map(module -> shortened(Path.of(module)))
        .ifPresent(directories::add);
    directories.add(Path.of(""));
    return new TestFiles(directories);
  }

  /**
   * A file.
   *
   * @param what it is called in messages
   */
  Path file(String what, String name) {
    return directories.stream()
        .map(directory -> directory.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> missing(what + " '" + name + "' not found"));
  }

  /** Files by what they are called in tests: one, or all that a pattern means, by name. */
  Map<String, Path> files(String what, Collection<String> names) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String name : names) {
      if (name.chars().anyMatch(c -> WILD.indexOf(c) >= 0)) {
        files.putAll(matching(what, name));
      } else {
        files.put(name, file(what, name));
      }
    }
    return files;
  }

  /** A test file of rules, or all of a folder, in order. */
  List<Path> ruleTests(String place) {
    for (Path directory : directories) {
      Path found = directory.resolve(place);
      if (Files.isRegularFile(found)) {
        return List.of(found);
      }
      List<Path> tests =
          below(found).stream()
              .filter(file -> RULE_TEST.matcher(file.toString()).matches())
              .toList();
      if (!tests.isEmpty()) {
        return tests;
      }
    }
    throw missing("no test file of rules is in '" + place + "'");
  }

  /** In the first directory in which there is any. */
  private Map<String, Path> matching(String what, String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    String base = base(pattern);
    for (Path directory : directories) {
      Map<String, Path> found = new LinkedHashMap<>();
      for (Path file : below(directory.resolve(base))) {
        Path relative = directory.relativize(file);
        if (matcher.matches(relative)) {
          found.put(relative.toString().replace('\\', '/'), file);
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw missing("no " + what + " is like '" + pattern + "'");
  }

  /** The directory before the first thing that is wild. */
  private static String base(String pattern) {
    int wild = 0;
    while (WILD.indexOf(pattern.charAt(wild)) < 0) {
      wild++;
    }
    return pattern.substring(0, pattern.lastIndexOf('/', wild) + 1);
  }

  private static List<Path> below(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As messages should show it. */
  private static Path shortened(Path directory) {
    Path here = Path.of("").toAbsolutePath();
    return directory.startsWith(here) ? here.relativize(directory) : directory;
  }

  private static List<Path> classPath(ClassLoader loader) {
    return loader
        .resources("")
        .filter(root -> root.getProtocol().equals("file"))
        .map(root -> Path.of(URI.create(root.toString())))
        .toList();
  }

  private ExtensionConfigurationException missing(String problem) {
    return new ExtensionConfigurationException(
        problem
            + "; looked in "
            + directories.stream()
                .map(directory -> directory.toAbsolutePath().normalize().toString())
                .distinct()
                .collect(Collectors.joining(", ")));
  }
}
