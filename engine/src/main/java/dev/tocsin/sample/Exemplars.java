package dev.tocsin.sample;

import dev.tocsin.api.Call;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Instants;
import dev.tocsin.sample.LookedCalls.Looked;
import java.util.Comparator;
import java.util.List;

/** The calls that show best what a reading is about. */
final class Exemplars {
  private static final int MOST = 5;
  private static final Comparator<Looked> NEWEST =
      Comparator.<Looked>comparingLong(looked -> looked.call().call().timeNanos()).reversed();

  private Exemplars() {}

  static List<Exemplar> of(EvidenceQuestion asked, LookedCalls calls) {
    Comparator<Looked> byNumber = Comparator.comparingDouble(Looked::number);
    Comparator<Looked> worst = asked.isDown() ? byNumber : byNumber.reversed();
    return calls.all().stream()
        .filter(looked -> looked.blame() > 0 && looked.call().call().id() != null)
        .sorted(calls.haveWorst() ? worst.thenComparing(NEWEST) : NEWEST)
        .limit(MOST)
        .map(looked -> exemplar(looked, calls.haveWorst() ? asked.reading().scale() : Double.NaN))
        .toList();
  }

  private static Exemplar exemplar(Looked looked, double scale) {
    Call call = looked.call().call();
    return new Exemplar(
        String.valueOf(call.id()),
        call.trace(),
        Instants.ofNanos(call.timeNanos()),
        Double.isNaN(scale) ? null : looked.number() / scale);
  }
}
