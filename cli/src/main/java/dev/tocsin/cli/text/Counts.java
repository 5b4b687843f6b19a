package dev.tocsin.cli.text;

import java.util.Locale;

/** Whole numbers as people read them. */
public final class Counts {
  private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB"};

  private Counts() {}

  /** {@code 19,366}. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 event}, {@code 19,366 events}. */
  public static String of(long number, String singular) {
    return of(number, singular, singular + "s");
  }

  /** {@code 1 entry}, {@code 3 entries}. */
  public static String of(long number, String singular, String plural) {
    return grouped(number) + " " + (number == 1 ? singular : plural);
  }

  /** In powers of thousand: {@code 812 bytes}, {@code 1.2 MB}. */
  public static String bytes(long number) {
    if (number < 1000) {
      return of(number, "byte");
    }
    double size = number;
    int unit = -1;
    while (size >= 999.5 && unit < BYTE_UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, BYTE_UNITS[unit]);
  }
}
