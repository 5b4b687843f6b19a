package dev.tocsin.admin;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be asked for.
 *
 * @param method of HTTP; all but GET change something
 * @param path as the documentation writes it; a part in braces at its end stands for a name
 * @param parameters that may stand behind the question mark
 * @param work what is done
 */
record Route(String method, String path, List<String> parameters, Work work) {
  /** Takes the data, so that nothing of the engine is held while the answer is written. */
  interface Work {
    Answer answer(Request request) throws IOException;
  }

  static Route get(String path, List<String> parameters, Work work) {
    return new Route("GET", path, parameters, work);
  }

  static Route post(String path, Work work) {
    return new Route("POST", path, List.of(), work);
  }

  boolean changes() {
    return !method.equals("GET");
  }

  /**
   * The name in a path of this route, decoded, empty where it has none; nothing for other paths.
   */
  Optional<String> match(String rawPath) {
    int brace = path.indexOf('{');
    if (brace < 0) {
      return rawPath.equals(path) ? Optional.of("") : Optional.empty();
    }
    String name = rawPath.length() > brace ? rawPath.substring(brace) : "";
    return rawPath.startsWith(path.substring(0, brace)) && !name.isEmpty() && !name.contains("/")
        ? Optional.of(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
