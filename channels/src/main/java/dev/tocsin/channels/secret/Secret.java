package dev.tocsin.channels.secret;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that nobody may see: a webhook's URL, a key, a password. It is read whenever it is
 * needed, so a supplier may change it while the engine runs; {@link #toString} never shows it.
 */
public final class Secret {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Supplier<? extends @Nullable String> source;

  private Secret(Supplier<? extends @Nullable String> source) {
    this.source = source;
  }

  /** The environment variable of that name. */
  public static Secret env(String variable) {
    requireNonNull(variable, "variable");
    return new Secret(() -> variable(variable, System::getenv));
  }

  /**
   * A text as configuration has it, in which <code>${NAME}</code> stands for the environment
   * variable of that name.
   */
  public static Secret written(String text) {
    return written(text, System::getenv);
  }

  /**
   * Whatever a vault gives. It is asked on a channel's worker thread and may block for a short
   * while.
   */
  public static Secret of(Supplier<String> supplier) {
    requireNonNull(supplier, "supplier");
    return new Secret(supplier);
  }

  static Secret written(String text, Function<String, @Nullable String> environment) {
    requireNonNull(text, "text");
    return new Secret(
        () ->
            VARIABLE
                .matcher(text)
                .replaceAll(
                    found -> Matcher.quoteReplacement(variable(found.group(1), environment))));
  }

  /**
   * The value itself; keep it out of messages, fields and logs.
   *
   * @throws IllegalStateException when there is none; it names the variable, never the value
   */
  public String reveal() {
    String value;
    try {
      value = source.get();
    } catch (MissingVariable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "a secret cannot be read: " + e.getClass().getSimpleName()); // its message may have it
    }
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("a secret is empty");
    }
    return value;
  }

  private static String variable(String name, Function<String, @Nullable String> environment) {
    String value = environment.apply(name);
    if (value == null || value.isBlank()) {
      throw new MissingVariable(name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }

  private static final class MissingVariable extends IllegalStateException {
    MissingVariable(String name) {
      super("the environment variable " + name + " is not set");
    }
  }
}
