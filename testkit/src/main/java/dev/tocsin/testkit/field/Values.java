package dev.tocsin.testkit.field;

import dev.tocsin.api.Status;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.dsl.testfile.FieldValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what fields are to be; what is wrong is reported. */
public final class Values {
  /** Far beyond what is meant, and whatever is added to it fits. */
  private static final double MOST = 1L << 60;

  private final Diagnostics diagnostics;

  /**
   * @param diagnostics takes the problems
   */
  public Values(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** What writes a field. */
  public Optional<Writing> writing(CallField field, FieldValue written) {
    if (field instanceof CallField.Numeric numeric) {
      return numbers(numeric, written)
          .map(value -> (call, turn) -> numeric.write(call, value.at(turn)));
    }
    if (field instanceof CallField.Text text) {
      return texts(text.name(), written)
          .map(value -> (call, turn) -> text.setter().set(call, value.at(turn)));
    }
    if (field instanceof CallField.Flag flag) {
      return read(flag.name(), written, this::flag)
          .map(value -> (call, turn) -> flag.setter().set(call, value.at(turn)));
    }
    if (field instanceof CallField.Attribute attribute) {
      return read(attribute.name(), written, text -> Optional.of(free(text.value())))
          .map(value -> (call, turn) -> call.attribute(attribute.key(), value.at(turn)));
    }
    return read(field.name(), written, this::status)
        .map(value -> (call, turn) -> call.status(value.at(turn)));
  }

  /** Numbers for a field, whole ones in base units, and not negative where that cannot be. */
  public Optional<Value<Long>> numbers(CallField.Numeric field, FieldValue written) {
    Scale scale = scale(field);
    return numbers(field.name(), scale, !scale.isPositive(), written)
        .map(value -> turn -> whole(field, value.at(turn)));
  }

  /** Numbers of no call, in billionths. */
  public Optional<Value<Long>> billionths(String name, FieldValue written) {
    return numbers(name, Scale.NUMBER, true, written)
        .map(value -> turn -> (long) Math.rint(Math.max(-MOST, Math.min(MOST, value.at(turn)))));
  }

  /** Numbers to be added to a field, in base units. */
  public Optional<Value<Double>> additions(CallField.Numeric field, FieldValue written) {
    return numbers(field.name(), scale(field), true, written);
  }

  /** Numbers to multiply a field with. */
  public Optional<Value<Double>> factors(CallField.Numeric field, FieldValue written) {
    return numbers(field.name(), Scale.FACTOR, false, written);
  }

  /** Texts. */
  public Optional<Value<String>> texts(String name, FieldValue written) {
    return read(name, written, text -> Optional.of(TextNotation.of(text.value())));
  }

  /** A number as the field can hold it. */
  public static long whole(CallField.Numeric field, double value) {
    double least = scale(field).isPositive() ? 0 : -MOST;
    return (long) Math.rint(Math.max(least, Math.min(MOST, value)));
  }

  private Optional<Value<Double>> numbers(
      String name, Scale scale, boolean signed, FieldValue written) {
    NumberNotation notation = new NumberNotation(scale, signed, name.hashCode(), diagnostics);
    return read(name, written, notation::read);
  }

  private static Scale scale(CallField.Numeric field) {
    return field instanceof CallField.OfNumber number
        ? Scale.of(number.field().unit())
        : Scale.NUMBER;
  }

  private <T> Optional<Value<T>> read(
      String name, FieldValue written, Function<Located<String>, Optional<Value<T>>> one) {
    if (written instanceof FieldValue.One only) {
      return one.apply(only.text());
    }
    if (written instanceof FieldValue.InTurn turns) {
      List<Value<T>> values = all(turns.texts(), one);
      return values.size() < turns.texts().size()
          ? Optional.empty()
          : Optional.of(turn -> values.get((int) (turn.index() % values.size())).at(turn));
    }
    List<FieldValue.Choice> choices = ((FieldValue.Weighted) written).choices();
    List<Value<T>> values = all(choices.stream().map(FieldValue.Choice::text).toList(), one);
    double[] upTo = choices.stream().mapToDouble(each -> each.weight().doubleValue()).toArray();
    Arrays.parallelPrefix(upTo, Double::sum);
    return values.size() < choices.size()
        ? Optional.empty()
        : Optional.of(turn -> values.get(drawn(upTo, turn.chance(~name.hashCode()))).at(turn));
  }

  private static int drawn(double[] upTo, double chance) {
    int last = upTo.length - 1;
    for (int i = 0; i < last; i++) {
      if (chance * upTo[last] < upTo[i]) {
        return i;
      }
    }
    return last;
  }

  private static <T> List<Value<T>> all(
      List<Located<String>> texts, Function<Located<String>, Optional<Value<T>>> one) {
    List<Value<T>> values = new ArrayList<>();
    texts.forEach(text -> one.apply(text).ifPresent(values::add));
    return values;
  }

  private Optional<Value<Boolean>> flag(Located<String> written) {
    boolean is = written.value().equals("true");
    if (!is && !written.value().equals("false")) {
      diagnostics.error(
          Code.BAD_LITERAL, written.span(), "'" + written.value() + "' is not true or false");
      return Optional.empty();
    }
    return Optional.of(turn -> is);
  }

  private Optional<Value<Status>> status(Located<String> written) {
    Optional<Status> status =
        Arrays.stream(Status.values())
            .filter(each -> each.label().equals(written.value()))
            .findFirst();
    if (status.isEmpty()) {
      List<String> labels = Arrays.stream(Status.values()).map(Status::label).toList();
      diagnostics.error(
          Code.UNKNOWN_VALUE,
          written.span(),
          "no status '" + written.value() + "': one of " + String.join(", ", labels),
          Suggestions.nearest(written.value(), labels));
    }
    return status.map(ended -> turn -> ended);
  }

  /** A plain number is one, true and false are what they say, all else is a text. */
  private static Value<Object> free(String text) {
    if (text.equals("true") || text.equals("false")) {
      return turn -> text.equals("true");
    }
    if (NumberText.read(text) instanceof NumberText.Reading.Value number
        && number.unit() == NumberUnit.NONE) {
      return turn -> number.value();
    }
    Value<String> value = TextNotation.of(text);
    return value::at;
  }
}
