package dev.tocsin.event;

/** What a whole text may look like. Matching takes bounded time on any text; thread-safe. */
public sealed interface TextPattern permits Glob, Regex {

  /** Whether the whole text looks so. */
  boolean matches(String text);
}
