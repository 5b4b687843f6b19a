package dev.tocsin.event;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Predicate} that is tested on many calls at once. Confined to one thread. */
public sealed interface RowTest {
  /** What {@link #test} writes where the predicate is false. */
  byte FALSE = 0;

  /** What {@link #test} writes where the call does not say. */
  byte UNKNOWN = 1;

  /** What {@link #test} writes where the predicate is true. */
  byte TRUE = 2;

  /**
   * Tests some calls of a batch.
   *
   * @param rows their places
   * @param size how many
   * @param into takes what is found of each, in the order of the places
   */
  void test(CallBatch batch, int[] rows, int size, byte[] into);

  /** Whether it is unknown of every call that carries no scores. */
  default boolean needsScores() {
    return false;
  }

  /** The same as a predicate, on the columns that others read too. */
  static RowTest of(Predicate predicate, Columns columns) {
    if (predicate instanceof Predicate.Not not) {
      return new Opposite(of(not.operand(), columns));
    }
    if (predicate instanceof Predicate.TextTest text) {
      return text.field() instanceof Field.Text field && field.reader() == CallText.STATUS
          ? new OfStatus(text.values())
          : new OfText(columns.texts(text.field()), text.values());
    }
    if (predicate instanceof Predicate.Compared compared
        && compared.left() instanceof Amount.OfField left
        && isWhole(left.field().reader())
        && compared.right() instanceof Amount.Constant right) {
      return new OfNumber(columns.numbers(left.field()), compared.operator(), right.value());
    }
    return new Each(predicate);
  }

  /** Whether what is read as a whole number is all that there is to it. */
  private static boolean isWhole(Field.NumberReader reader) {
    return reader instanceof CallNumber || reader instanceof ScoreReader;
  }

  /** How the call ended. */
  final class OfStatus implements RowTest {
    private final EnumSet<Status> among = EnumSet.noneOf(Status.class);
    private final byte ofOk;

    OfStatus(Set<String> labels) {
      for (Status status : Status.values()) {
        if (labels.contains(status.label())) {
          among.add(status);
        }
      }
      this.ofOk = among.contains(Status.OK) ? TRUE : FALSE;
    }

    @Override
    public void test(CallBatch batch, int[] rows, int size, byte[] into) {
      Call[] calls = batch.calls;
      for (int i = 0; i < size; i++) {
        Status status = calls[rows[i]].status();
        into[i] = status == Status.OK ? ofOk : among.contains(status) ? TRUE : FALSE;
      }
    }
  }

  /** A text is one of some. */
  final class OfText implements RowTest {
    private final TextColumn column;
    private final Set<String> values;

    OfText(TextColumn column, Set<String> values) {
      this.column = column;
      this.values = values;
    }

    @Override
    public void test(CallBatch batch, int[] rows, int size, byte[] into) {
      @Nullable String[] texts = column.of(batch);
      for (int i = 0; i < size; i++) {
        String text = texts[rows[i]];
        into[i] = text == null ? UNKNOWN : values.contains(text) ? TRUE : FALSE;
      }
    }
  }

  /** A number against a constant. */
  final class OfNumber implements RowTest {
    private final NumberColumn column;
    private final CompareOp operator;
    private final double constant;

    OfNumber(NumberColumn column, CompareOp operator, double constant) {
      this.column = column;
      this.operator = operator;
      this.constant = constant;
    }

    @Override
    public boolean needsScores() {
      return column.isScore();
    }

    @Override
    public void test(CallBatch batch, int[] rows, int size, byte[] into) {
      long[] numbers = column.of(batch);
      boolean never = Double.isNaN(constant);
      for (int i = 0; i < size; i++) {
        long number = numbers[rows[i]];
        into[i] =
            number == Event.UNKNOWN || never
                ? UNKNOWN
                : operator.holds((double) number, constant) ? TRUE : FALSE;
      }
    }
  }

  /** The opposite; unknown stays unknown. */
  final class Opposite implements RowTest {
    private final RowTest operand;

    Opposite(RowTest operand) {
      this.operand = operand;
    }

    @Override
    public boolean needsScores() {
      return operand.needsScores();
    }

    @Override
    public void test(CallBatch batch, int[] rows, int size, byte[] into) {
      operand.test(batch, rows, size, into);
      for (int i = 0; i < size; i++) {
        into[i] = (byte) (TRUE - into[i]);
      }
    }
  }

  /** Any other, call by call. */
  final class Each implements RowTest {
    private final Predicate predicate;

    Each(Predicate predicate) {
      this.predicate = predicate;
    }

    @Override
    public void test(CallBatch batch, int[] rows, int size, byte[] into) {
      for (int i = 0; i < size; i++) {
        Truth truth = predicate.test(batch.row(rows[i]));
        into[i] = truth == Truth.TRUE ? TRUE : truth == Truth.FALSE ? FALSE : UNKNOWN;
      }
    }
  }
}
