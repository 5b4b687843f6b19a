package dev.tocsin.dsl.format;

/** A formatted text would not mean what it meant, so it was not given out: a bug. */
public final class FormattingFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FormattingFault(String message) {
    super(message);
  }
}
