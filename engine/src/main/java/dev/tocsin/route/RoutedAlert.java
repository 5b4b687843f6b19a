package dev.tocsin.route;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Transition;
import dev.tocsin.codec.AcknowledgementCodec;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.TransitionCodec;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An alert that fires, or has resolved and is still to be told so. */
final class RoutedAlert {
  private final String key;
  private Transition transition;
  private Map<String, String> labels;
  private @Nullable Acknowledgement acknowledgement;

  /** The oldest first, also after they were read. */
  private final Set<NotificationGroup> groups =
      new TreeSet<>(Comparator.comparingLong(group -> group.number));

  /**
   * @param labels by which it is routed
   */
  RoutedAlert(Transition transition, Map<String, String> labels) {
    this.key = transition.alertKey();
    this.transition = transition;
    this.labels = labels;
  }

  String key() {
    return key;
  }

  /** The last thing that happened to it. */
  Transition transition() {
    return transition;
  }

  Map<String, String> labels() {
    return labels;
  }

  boolean isResolved() {
    return transition.to() != AlertState.FIRING;
  }

  boolean isOf(String user) {
    return user.equals(transition.group().get("user"));
  }

  /** Those that it is a member of. */
  Set<NotificationGroup> groups() {
    return groups;
  }

  @Nullable Acknowledgement acknowledgement() {
    return acknowledgement;
  }

  void acknowledge(Acknowledgement by) {
    acknowledgement = by;
  }

  /** It got worse, or resolved. What showed why it fires is still worth showing. */
  void update(Transition next, Map<String, String> nextLabels) {
    Evidence shown = transition.evidence();
    transition = next.evidence().equals(Evidence.NONE) ? next.with(shown) : next;
    labels = nextLabels;
  }

  /** Drops what evidence says of a user. */
  void scrub(String user) {
    transition = Scrubbed.of(transition, user);
  }

  void writeTo(ByteOutput out) {
    TransitionCodec.write(transition, out);
    out.varint(labels.size());
    labels.forEach(
        (name, value) -> {
          out.text(name);
          out.text(value);
        });
    out.writeBoolean(acknowledgement != null);
    if (acknowledgement != null) {
      AcknowledgementCodec.write(acknowledgement, out);
    }
  }

  static RoutedAlert read(ByteInput in) throws IOException {
    Transition transition = TransitionCodec.read(in);
    Map<String, String> labels = new LinkedHashMap<>();
    for (long left = in.varint(); left > 0; left--) {
      labels.put(in.text(), in.text());
    }
    RoutedAlert alert = new RoutedAlert(transition, labels);
    if (in.readBoolean()) {
      alert.acknowledge(AcknowledgementCodec.read(in));
    }
    return alert;
  }
}
