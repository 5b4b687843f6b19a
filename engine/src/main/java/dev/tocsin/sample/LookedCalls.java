package dev.tocsin.sample;

import dev.tocsin.api.Call;
import dev.tocsin.event.PricedCall;
import dev.tocsin.window.Stretch;
import java.util.ArrayList;
import java.util.List;

/** The calls of a reading's window and group among those that are remembered. */
final class LookedCalls implements CallVisitor {
  private final EvidenceQuestion asked;
  private final CallNumbers numbers;
  private final Blame blame;
  private final Stretch window;
  private final List<Looked> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param call with its cost
   * @param number what the reading takes from it, in base units
   * @param weight how many calls it stands for
   * @param blame how much all of those contribute
   */
  record Looked(PricedCall call, double number, double weight, double blame) {}

  private LookedCalls(EvidenceQuestion asked) {
    this.asked = asked;
    this.numbers = new CallNumbers(asked.reading().aggregate().fold(), asked.group());
    this.blame = Blame.of(asked);
    this.window = asked.reading().aggregate().window().shown(asked.tick());
  }

  static LookedCalls of(EvidenceQuestion asked, CallSource source) {
    LookedCalls looked = new LookedCalls(asked);
    source.forEach(looked);
    return looked;
  }

  @Override
  public void visit(Call call, long costNanoDollars, long weight) {
    if (!window.contains(call.timeNanos())) {
      return;
    }
    PricedCall priced = new PricedCall(call, costNanoDollars);
    double number = numbers.of(priced);
    if (!Double.isNaN(number)) {
      all.add(new Looked(priced, number, weight, weight * blame.of(number, asked)));
    }
  }

  /** In the order in which they are remembered. */
  List<Looked> all() {
    return all;
  }

  /** Whether some calls are more to blame than others by their number alone. */
  boolean haveWorst() {
    return blame == Blame.AMOUNT || blame == Blame.BEYOND;
  }
}
