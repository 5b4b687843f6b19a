package dev.tocsin.sample;

/** Remembers calls. */
@FunctionalInterface
public interface CallSource {

  /** Shows each, in an order that depends only on how the calls came. */
  void forEach(CallVisitor visitor);
}
