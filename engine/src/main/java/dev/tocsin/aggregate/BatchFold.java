package dev.tocsin.aggregate;

/** Something that folds the calls of the batch that it reads. */
@FunctionalInterface
interface BatchFold {
  void batch();
}
