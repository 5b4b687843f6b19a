package dev.tocsin.peers.drools;

import dev.tocsin.peers.others.Percentile95;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** The 95th percentile as a function of Drools. */
public final class Percentile95Function implements AccumulateFunction<Percentile95Function.State> {

  /** What is counted; not meant to be stored. */
  static final class State implements Serializable {
    private final transient Percentile95 percentile = new Percentile95();
  }

  @Override
  public State createContext() {
    return new State();
  }

  @Override
  public void init(State state) {
    state.percentile.clear();
  }

  @Override
  public void accumulate(State state, Object value) {
    state.percentile.add((Long) value);
  }

  @Override
  public void reverse(State state, Object value) {
    state.percentile.remove((Long) value);
  }

  @Override
  public Object getResult(State state) {
    return state.percentile.read();
  }

  @Override
  public boolean supportsReverse() {
    return true;
  }

  @Override
  public Class<?> getResultType() {
    return Double.class;
  }

  @Override
  public void writeExternal(ObjectOutput out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void readExternal(ObjectInput in) {
    throw new UnsupportedOperationException();
  }
}
