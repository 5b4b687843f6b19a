package dev.tocsin.dsl.parser;

import org.antlr.v4.runtime.ParserRuleContext;

/** What a text is expected to be. */
enum Entry {
  CONDITION("condition", "write a comparison such as error_rate > 5%"),
  METRIC("metric", "write an aggregate such as avg(latency) over 5m"),
  FILTER("filter", "write a comparison such as model == \"gpt-4o\"");

  private final String noun;
  private final String example;

  Entry(String noun, String example) {
    this.noun = noun;
    this.example = example;
  }

  /** As messages call it. */
  String noun() {
    return noun;
  }

  String example() {
    return example;
  }

  ParserRuleContext parse(ConditionGrammarParser parser) {
    return switch (this) {
      case CONDITION -> parser.condition().formula();
      case METRIC -> parser.metric().sum();
      case FILTER -> parser.eventFilter().eventFormula();
    };
  }
}
