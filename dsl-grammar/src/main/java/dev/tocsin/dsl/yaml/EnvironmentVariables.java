package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds <code>${NAME}</code> where it is not replaced. */
final class EnvironmentVariables {
  static final String WRITE_IT = "write the value itself";

  /** For texts that may well hold braces of their own. */
  static final String OR_QUOTE_IT = "write the value itself; the characters '${' are {{ \"$\" }}{";

  /** Not {@code ${{ value }}}, a dollar sign in front of a placeholder. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?!\\{)[^}\\s]*}?");

  private EnvironmentVariables() {}

  /** Whether a text has none; the first is reported. */
  static boolean free(Fragment text, String hint, Diagnostics diagnostics) {
    Matcher variable = VARIABLE.matcher(text.text());
    boolean found = variable.find();
    if (found) {
      diagnostics.error(
          Code.ENVIRONMENT_VARIABLE,
          text.span(variable.start(), variable.end()),
          "'"
              + variable.group()
              + "' is not replaced here: environment variables are for secrets and endpoints",
          hint);
    }
    return !found;
  }
}
