package dev.tocsin.route;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Alerts that are told together.
 *
 * @param route the path of their route
 * @param receiver the name of their receiver
 * @param labels by which they are grouped, in alphabetical order
 * @param isSummary whether it is what the budget of the route left over
 */
record GroupId(String route, String receiver, Map<String, String> labels, boolean isSummary) {
  GroupId {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  void writeTo(ByteOutput out) {
    out.text(route);
    out.text(receiver);
    out.varint(labels.size());
    labels.forEach(
        (name, value) -> {
          out.text(name);
          out.text(value);
        });
    out.writeBoolean(isSummary);
  }

  static GroupId read(ByteInput in) throws IOException {
    String route = in.text();
    String receiver = in.text();
    Map<String, String> labels = new TreeMap<>();
    for (long left = in.varint(); left > 0; left--) {
      labels.put(in.text(), in.text());
    }
    return new GroupId(route, receiver, labels, in.readBoolean());
  }

  /** As Alertmanager writes the keys of its groups, where a route has only one receiver. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(route).append(':');
    String comma = "{";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(comma).append(label.getKey()).append('=').append(Quoted.text(label.getValue()));
      comma = ",";
    }
    return text.append(labels.isEmpty() ? "{}" : "}")
        .append(isSummary ? " summary" : "")
        .append(receiver.isEmpty() ? "" : " to " + receiver)
        .toString();
  }
}
