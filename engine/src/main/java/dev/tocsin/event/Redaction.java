package dev.tocsin.event;

import com.google.re2j.Pattern;

/**
 * Takes out of texts what looks like an address or a number: mail addresses, phone numbers and all
 * other digits. It finds forms, not meanings: names, streets, companies, secrets without digits and
 * numbers in words stay. Bounded time on any text; thread-safe.
 */
public final class Redaction {
  private static final Pattern EMAIL =
      Pattern.compile("[\\pL\\pN._%+'-]+@[\\pL\\pN-]+(\\.[\\pL\\pN-]+)*");
  private static final Pattern PHONE =
      Pattern.compile("(\\+|\\b00)?\\(?\\pN[\\pN()]*([ ./-]+\\(?\\pN+\\)?){2,}|\\+\\pN{7,}");
  private static final Pattern DIGITS = Pattern.compile("\\pN+");

  private Redaction() {}

  /** The text with {@code [email]}, {@code [phone]} and {@code [number]} in their places. */
  public static String of(String text) {
    String withoutEmails = EMAIL.matcher(text).replaceAll("[email]");
    String withoutPhones = PHONE.matcher(withoutEmails).replaceAll("[phone]");
    return DIGITS.matcher(withoutPhones).replaceAll("[number]");
  }
}
