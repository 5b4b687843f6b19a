package dev.tocsin.cli.explain;

import java.util.List;
import org.jline.utils.AttributedString;

/**
 * A part of what is said of an alert.
 *
 * @param title above it
 * @param lines indented as they are to stand
 */
record Section(String title, List<AttributedString> lines) {
  Section {
    lines = List.copyOf(lines);
  }
}
