package dev.tocsin.cli.admin;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.terminal.Console;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the engine is asked, and with which token; a token is never an argument. */
final class EndpointOptions {
  private static final String URL = "TOCSIN_URL";
  private static final String TOKEN = "TOCSIN_TOKEN";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The admin endpoint of the engine; without it, that of $" + URL)
  private @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the token of the endpoint; without it, $" + TOKEN)
  private @Nullable Path tokenFile;

  /**
   * A client of that endpoint.
   *
   * @throws CommandFailure when it is not said where, or not in a way that could be
   */
  AdminClient client(Console console) throws IOException {
    String written = url == null ? console.environment().getOrDefault(URL, "") : url;
    if (written.isBlank()) {
      throw CommandFailure.usage(
          "which engine? neither --url nor " + URL + " says where its admin endpoint is",
          Optional.of("--url http://127.0.0.1:9099"));
    }
    String token =
        tokenFile == null
            ? console.environment().getOrDefault(TOKEN, "")
            : Files.readString(tokenFile);
    return new AdminClient(base(written.strip()), token.strip());
  }

  private static URI base(String written) {
    Optional<String> hint = Optional.of("write it as http://127.0.0.1:9099");
    try {
      URI base = new URI(written);
      boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
      if (!http || base.getHost() == null || base.getQuery() != null) {
        throw CommandFailure.usage("'" + written + "' is no URL of an endpoint", hint);
      }
      return base;
    } catch (URISyntaxException e) {
      throw CommandFailure.usage("'" + written + "' is no URL", hint);
    }
  }
}
