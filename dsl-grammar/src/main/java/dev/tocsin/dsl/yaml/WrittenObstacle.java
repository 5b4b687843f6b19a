package dev.tocsin.dsl.yaml;

/** Something that cannot be written anew; never leaves the package. */
final class WrittenObstacle extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String words;

  WrittenObstacle(String words) {
    super(words);
    this.words = words;
  }

  String words() {
    return words;
  }
}
