package dev.tocsin.cli;

import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage in three short lines instead of the whole help. */
final class UsageErrors implements IParameterExceptionHandler {
  private static final int MOST_SUGGESTIONS = 3;

  /** Picocli lists the names of the constants, which are not as users write them. */
  private static final Pattern ENUM_NAMES =
      Pattern.compile("(\\[[A-Z, ]+]) \\(case-insensitive\\)");

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine line = exception.getCommandLine();
    String command = line.getCommandSpec().qualifiedName();
    PrintWriter err = line.getErr();
    err.println("tocsin: " + Printable.of(message(exception)));
    err.println("Usage: " + synopsis(line));
    err.println("Try '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  private static String synopsis(CommandLine line) {
    return new Help(line.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF))
        .abbreviatedSynopsis()
        .strip();
  }

  private static String message(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      Set<String> commands = exception.getCommandLine().getSubcommands().keySet();
      if (!unmatched.isUnknownOption() && !commands.isEmpty()) {
        return "unknown command '" + first + "'; " + nearestCommand(first, commands);
      }
      String what = unmatched.isUnknownOption() ? "unknown option " : "unexpected argument ";
      return what + "'" + first + "'" + didYouMean(unmatched.getSuggestions());
    }
    String message =
        ENUM_NAMES
            .matcher(String.valueOf(exception.getMessage()))
            .replaceAll(names -> names.group(1).toLowerCase(Locale.ROOT));
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static String nearestCommand(String written, Set<String> commands) {
    return Suggestions.nearest(written, commands)
        .orElseGet(() -> "commands are " + String.join(", ", new TreeSet<>(commands)));
  }

  private static String didYouMean(List<String> suggestions) {
    return suggestions.isEmpty()
        ? ""
        : "; did you mean "
            + String.join(" or ", suggestions.stream().limit(MOST_SUGGESTIONS).toList())
            + "?";
  }
}
