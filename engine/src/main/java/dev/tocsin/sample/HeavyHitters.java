package dev.tocsin.sample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The heaviest of very many texts, in bounded memory: SpaceSaving (Metwally, Agrawal, El Abbadi:
 * Efficient Computation of Frequent and Top-k Elements in Data Streams, 2005). With n counters it
 * says of a text at most the n-th part of the whole too much and never too little, and holds every
 * text that has more than the n-th part.
 */
final class HeavyHitters {
  private final String[] texts;
  private final double[] weights;
  private final Map<String, Integer> places = new HashMap<>();
  private double total;

  /**
   * @param counters how many texts are held at most
   */
  HeavyHitters(int counters) {
    texts = new String[counters];
    weights = new double[counters];
  }

  /** Adds a weight of at least 0 to a text. */
  void add(String text, double weight) {
    total += weight;
    Integer place = places.get(text);
    if (place == null) {
      place = places.size() < texts.length ? places.size() : replaceLightest();
      texts[place] = text;
      places.put(text, place);
    }
    weights[place] += weight;
  }

  /** The new text takes over the weight of the lightest, the first of several. */
  private int replaceLightest() {
    int lightest = 0;
    for (int i = 1; i < weights.length; i++) {
      lightest = weights[i] < weights[lightest] ? i : lightest;
    }
    places.remove(texts[lightest]);
    return lightest;
  }

  /** Those that may have at least this share of the whole, with the most that they may weigh. */
  Map<String, Double> withShare(double share) {
    Map<String, Double> heavy = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      if (weights[i] > 0 && weights[i] >= share * total) {
        heavy.put(texts[i], weights[i]);
      }
    }
    return heavy;
  }
}
