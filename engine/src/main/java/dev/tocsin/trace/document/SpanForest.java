package dev.tocsin.trace.document;

import dev.tocsin.api.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which spans of a batch are above others. A span that looks like a call but has a call below it is
 * none: what it says was said again, or added up, from below.
 */
public final class SpanForest {
  private final List<Node> nodes;
  private final int[] parents;
  private final Sums[] below;

  /**
   * A span as the forest sees it.
   *
   * @param id the span's
   * @param parent the id of the one above it, or null
   * @param call whether it looks like a call
   * @param input tokens, or {@link Event#UNKNOWN}
   * @param output tokens, likewise
   */
  public record Node(
      @Nullable String id, @Nullable String parent, boolean call, long input, long output) {}

  private static final class Sums {
    boolean circular;
    long calls;
    long input;
    long output;
  }

  /** Of the spans of a batch, in its order. */
  public SpanForest(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
    this.parents = parents(this.nodes);
    this.below = new Sums[nodes.size()];
    for (int i = 0; i < below.length; i++) {
      below[i] = new Sums();
    }
    for (int i = 0; i < below.length; i++) {
      below[i].circular = circular(i);
    }
    for (int i = 0; i < below.length; i++) {
      if (nodes.get(i).call()) {
        upwards(i, sums -> sums.calls++);
      }
    }
    for (int i = 0; i < below.length; i++) {
      if (isLeafCall(i)) {
        Node leaf = nodes.get(i);
        upwards(
            i,
            sums -> {
              sums.input += Math.max(0, leaf.input());
              sums.output += Math.max(0, leaf.output());
            });
      }
    }
  }

  private static int[] parents(List<Node> nodes) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      String id = nodes.get(i).id();
      if (id != null) {
        places.putIfAbsent(id, i);
      }
    }
    int[] parents = new int[nodes.size()];
    for (int i = 0; i < parents.length; i++) {
      String parent = nodes.get(i).parent();
      parents[i] = parent == null ? -1 : places.getOrDefault(parent, -1);
    }
    return parents;
  }

  /** Whether it comes back to itself, or to a circle above it. */
  private boolean circular(int span) {
    int steps = 0;
    for (int above = parents[span]; above >= 0; above = parents[above]) {
      if (++steps > parents.length) {
        return true;
      }
    }
    return false;
  }

  private void upwards(int span, Consumer<Sums> each) {
    if (!below[span].circular) {
      for (int above = parents[span]; above >= 0; above = parents[above]) {
        each.accept(below[above]);
      }
    }
  }

  /** Whether its parents lead in a circle. */
  public boolean isCircular(int span) {
    return below[span].circular;
  }

  /** Whether it looks like a call and has none below it. */
  public boolean isLeafCall(int span) {
    return nodes.get(span).call() && below[span].calls == 0 && !below[span].circular;
  }

  /**
   * What a span that is no call is, once its tokens have been held against those of the calls below
   * it.
   *
   * @param kind in the words of its format
   * @return the kind, and a word where it has tokens of calls that are not in the batch
   * @throws UnfitException when the calls below it have more tokens than it says they have
   */
  public String checked(int span, String kind) throws UnfitException {
    Node node = nodes.get(span);
    Sums sums = below[span];
    more(kind, "input", node.input(), sums.input);
    more(kind, "output", node.output(), sums.output);
    boolean elsewhere = node.input() > sums.input || node.output() > sums.output;
    return elsewhere ? kind + " of calls elsewhere" : kind;
  }

  private static void more(String kind, String which, long total, long sum) throws UnfitException {
    if (total != Event.UNKNOWN && sum > total) {
      throw new UnfitException(
          "%s tokens %d of %s are fewer than the %d of its calls"
              .formatted(which, total, Value.shortened(kind), sum));
    }
  }
}
