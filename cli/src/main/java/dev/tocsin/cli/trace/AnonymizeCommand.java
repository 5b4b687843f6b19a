package dev.tocsin.cli.trace;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.trace.Anonymizer;
import dev.tocsin.trace.Anonymizer.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin anonymize}: a trace without people. */
@Command(
    name = "anonymize",
    description = {
      "Writes a trace without texts, with ids hashed by a key, and without attributes.",
      "Models, features, prompts, tags, scores, times, tokens and costs stay as they are."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  head -c 32 /dev/urandom > key",
      "  tocsin anonymize trace.jsonl.gz -o shared.jsonl.gz --key-file key"
    })
public final class AnonymizeCommand implements Callable<Integer> {
  private static final int SHORTEST_KEY = 16;

  private final Console console;

  @Parameters(index = "0", paramLabel = "TRACE", description = "The recorded calls")
  private Path trace = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to write; .gz and .zst are compressed")
  private Path output = Path.of("");

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      required = true,
      description =
          "At least 16 bytes that nobody else knows; one id is one value under the same key")
  private Path keyFile = Path.of("");

  @ArgGroup(exclusive = true)
  private @Nullable TextChoice textChoice;

  @Option(
      names = "--keep-attribute",
      paramLabel = "NAME",
      split = ",",
      description = "An attribute, or a label of a measure, that stays as it is")
  private List<String> kept = List.of();

  @Option(names = "--no-progress", description = "Show no progress bar")
  private boolean noProgress;

  @Mixin private final TraceOptions source = new TraceOptions();

  @Mixin private final CommonOptions common = new CommonOptions();

  /** What becomes of texts, if not what is usual. */
  static final class TextChoice {
    @Option(names = "--keep-texts", description = "Keep inputs, outputs and reasons as they are")
    private boolean keep;

    @Option(
        names = "--redact",
        description =
            "Keep texts without mail addresses, phone numbers and digits; names are not found")
    private boolean redact;

    Texts texts() {
      return keep ? Texts.KEPT : redact ? Texts.REDACTED : Texts.DROPPED;
    }
  }

  /** A command that writes to {@code console}. */
  public AnonymizeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Texts texts = textChoice == null ? Texts.DROPPED : textChoice.texts();
    Anonymizer anonymizer = new Anonymizer(key(), texts, Set.copyOf(kept));
    TransferFiles files = new TransferFiles(console, trace, output, !noProgress);
    files.run(source.formats(), texts != Texts.DROPPED, anonymizer::of, false, common.color());
    return ExitCode.DONE;
  }

  /** Without the line end that an editor leaves. */
  private byte[] key() throws IOException {
    byte[] key = Files.readAllBytes(keyFile);
    int length = key.length;
    while (length > 0 && (key[length - 1] == '\n' || key[length - 1] == '\r')) {
      length--;
    }
    if (length < SHORTEST_KEY) {
      throw CommandFailure.usage(
          keyFile + ": a key has at least " + SHORTEST_KEY + " bytes",
          Optional.of("head -c 32 /dev/urandom > " + keyFile));
    }
    return Arrays.copyOf(key, length);
  }
}
