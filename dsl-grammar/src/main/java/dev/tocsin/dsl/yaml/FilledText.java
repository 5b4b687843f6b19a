package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Fragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A text as it grows, with the offset of each character in the file. */
final class FilledText {
  private final Fragment before;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> offsets = new ArrayList<>();

  FilledText(Fragment before) {
    this.before = before;
  }

  void copy(int start, int end) {
    text.append(before.text(), start, end);
    for (int i = start; i < end; i++) {
      offsets.add(before.span(i, i).start());
    }
  }

  void put(String value, int start, int end) {
    text.append(value);
    offsets.addAll(Collections.nCopies(value.length(), before.span(start, end).start()));
  }

  String text() {
    return text.toString();
  }

  int[] offsets() {
    int[] all = new int[offsets.size() + 1];
    Arrays.setAll(all, i -> i < offsets.size() ? offsets.get(i) : before.span().end());
    return all;
  }
}
