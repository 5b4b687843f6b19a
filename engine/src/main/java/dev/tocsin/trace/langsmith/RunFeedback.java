package dev.tocsin.trace.langsmith;

import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.trace.document.Moments;
import dev.tocsin.trace.document.UnfitException;
import dev.tocsin.trace.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was judged of a run: the server sums feedback up by its key. */
final class RunFeedback {
  private RunFeedback() {}

  static List<Score> of(Value run, String judged) throws UnfitException {
    List<Score> scores = new ArrayList<>();
    long end = Moments.ofIsoOrMillis(run.get("end_time"));
    for (Map.Entry<String, Value> each : run.get("feedback_stats").fields().entrySet()) {
      Value average = each.getValue().get("avg");
      Map<String, Value> values = each.getValue().get("values").fields();
      String label = values.size() == 1 ? values.keySet().iterator().next() : null;
      if (!average.absent() || label != null) {
        scores.add(
            new Score(end, judged, each.getKey(), average.billionths(), label, null, "langsmith"));
      }
    }
    return end == Event.UNKNOWN ? List.of() : scores;
  }
}
