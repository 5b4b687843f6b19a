package dev.tocsin.api.spi;

/** Something that is found by its name. Two of one kind and name in one engine are an error. */
public interface Plugin {

  /**
   * The name that rules and configuration use: lower case letters, digits, {@code _} and {@code -}.
   * Always the same for one instance.
   */
  String name();
}
