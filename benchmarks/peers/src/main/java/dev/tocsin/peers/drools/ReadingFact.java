package dev.tocsin.peers.drools;

import dev.tocsin.peers.rules.Metric;

/** What Drools is told each second: the value of an aggregate. */
public final class ReadingFact {
  private final Metric metric;
  private double value;
  private long samples;

  ReadingFact(Metric metric) {
    this.metric = metric;
  }

  void set(double newValue, long newSamples) {
    value = newValue;
    samples = newSamples;
  }

  /** Of what. */
  public Metric metric() {
    return metric;
  }

  /** In the engine's units; NaN for no data. */
  public double value() {
    return value;
  }

  /** How many events it rests on. */
  public long samples() {
    return samples;
  }
}
