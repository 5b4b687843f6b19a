package dev.tocsin.alert;

/** How a condition stands for its alert, once its rule has said what is made of no data. */
enum Truth {
  /** It is true, or counts as such. */
  TRUE,
  /** It is not true, and a firing alert does not resolve before something else is true. */
  WAITING,
  /** It is not true. */
  NOT_TRUE,
  /** It is unknown, and until it is not, nothing changes and clocks stand. */
  STANDING
}
