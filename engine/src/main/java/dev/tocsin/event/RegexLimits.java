package dev.tocsin.event;

import dev.tocsin.event.Regex.BadPatternException;
import dev.tocsin.event.Regex.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bounds of a regular expression before it is compiled: RE2/J writes out {@code
 * ((a{1000}){1000}){1000}} a billion times and descends into every parenthesis.
 */
final class RegexLimits {
  private static final int LONGEST = 1_000;
  private static final int DEEPEST = 100;
  private static final long LARGEST = 10_000;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?}");

  private final String pattern;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long group;
  private long atom;

  private RegexLimits(String pattern) {
    this.pattern = pattern;
  }

  static void check(String pattern) throws BadPatternException {
    if (pattern.length() > LONGEST) {
      throw tooLarge("the pattern is longer than " + LONGEST + " characters");
    }
    new RegexLimits(pattern).walk();
  }

  private void walk() throws BadPatternException {
    Matcher count = COUNT.matcher(pattern);
    int at = 0;
    while (at < pattern.length()) {
      int next = at + 1;
      switch (pattern.charAt(at)) {
        case '\\' -> next = escaped(at);
        case '[' -> {
          next = behindClass(at);
          one();
        }
        case '(' -> open();
        case ')' -> close();
        case '{' -> {
          if (count.find(at) && count.start() == at) {
            repeat(Math.max(number(count.group(1)), number(count.group(2))));
            next = count.end();
          } else {
            one();
          }
        }
        default -> one();
      }
      at = next;
    }
  }

  private void open() throws BadPatternException {
    outer.push(group);
    group = 0;
    atom = 0;
    if (outer.size() > DEEPEST) {
      throw tooLarge("more than " + DEEPEST + " parentheses inside one another");
    }
  }

  private void close() throws BadPatternException {
    if (!outer.isEmpty()) {
      atom = group + 1;
      group = 0;
      add(outer.pop() + atom);
    }
  }

  private void one() throws BadPatternException {
    atom = 1;
    add(1);
  }

  private void repeat(long times) throws BadPatternException {
    if (times > 1) {
      add(atom * (times - 1));
      atom *= times;
    }
  }

  private void add(long steps) throws BadPatternException {
    group += steps;
    if (group > LARGEST) {
      throw tooLarge("with its repetitions the pattern has more than " + LARGEST + " steps");
    }
  }

  /** Behind an escape; behind the last of the letters from {@code \Q} to {@code \E}. */
  private int escaped(int at) throws BadPatternException {
    one();
    if (!pattern.startsWith("\\Q", at)) {
      return at + 2;
    }
    int end = pattern.indexOf("\\E", at);
    return end < 0 ? pattern.length() : end + 2;
  }

  /** Behind a class such as {@code [^]a-z]}. */
  private int behindClass(int at) {
    int next = at + 1;
    next += next < pattern.length() && pattern.charAt(next) == '^' ? 1 : 0;
    next += next < pattern.length() && pattern.charAt(next) == ']' ? 1 : 0;
    while (next < pattern.length() && pattern.charAt(next) != ']') {
      next += pattern.charAt(next) == '\\' ? 2 : 1;
    }
    return next + 1;
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static BadPatternException tooLarge(String message) {
    return new BadPatternException(
        new Problem(message, Optional.empty(), Optional.of("write it shorter, or split the rule")));
  }
}
