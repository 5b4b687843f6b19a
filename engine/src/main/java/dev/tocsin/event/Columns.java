package dev.tocsin.event;

import java.util.HashMap;
import java.util.Map;

/** The columns that the rules of a plan look at, each once. Confined to one thread. */
public final class Columns {
  private final Map<Field.Number, NumberColumn> numbers = new HashMap<>();
  private final Map<Field, TextColumn> texts = new HashMap<>();

  /** The numbers of a field. */
  public NumberColumn numbers(Field.Number field) {
    return numbers.computeIfAbsent(field, NumberColumn::new);
  }

  /** The texts of a field that is no number. */
  public TextColumn texts(Field field) {
    return texts.computeIfAbsent(field, TextColumn::new);
  }
}
