package dev.tocsin.channels.slack;

import java.io.Serial;

/** A message can not be changed: it was deleted, is another's, or is too old. */
final class MessageIsGone extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  MessageIsGone(String error) {
    super(error);
  }
}
