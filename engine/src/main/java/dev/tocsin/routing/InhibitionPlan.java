package dev.tocsin.routing;

import java.util.List;

/**
 * While an alert fires, others are not sent.
 *
 * @param name in messages: that of the file, or its number there
 * @param source what the alert is that fires
 * @param target which others are not sent
 * @param equal labels that both must have in common; a label that both miss counts as equal
 */
public record InhibitionPlan(
    String name, List<LabelTest> source, List<LabelTest> target, List<String> equal) {
  public InhibitionPlan {
    source = List.copyOf(source);
    target = List.copyOf(target);
    equal = List.copyOf(equal);
  }
}
