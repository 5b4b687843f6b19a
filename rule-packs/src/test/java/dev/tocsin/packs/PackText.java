package dev.tocsin.packs;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.Packs;
import dev.tocsin.dsl.rulefile.Parameter;
import dev.tocsin.dsl.rulefile.ParameterRange;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import dev.tocsin.dsl.syntax.ExprPrinter;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.io.IOException;
import java.util.stream.Collectors;

/** What docs/packs.md says of a pack. */
final class PackText {
  private PackText() {}

  static String of(String name) throws IOException {
    Source source = Packs.open(Packs.source(name));
    RuleFile pack = RuleFileReader.read(source, new Diagnostics());
    StringBuilder text = new StringBuilder("## pack:" + name + "\n\n" + head(source) + "\n\n");
    text.append("| rule | severity | condition |\n|---|---|---|\n");
    pack.rules().forEach(rule -> text.append(row(rule)));
    text.append("\n| parameter | default | |\n|---|---|---|\n");
    pack.parameters().forEach(parameter -> text.append(row(parameter)));
    return text.append("\n").toString();
  }

  /** The comment at its head. */
  private static String head(Source source) {
    return source
        .text()
        .lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .collect(Collectors.joining("\n"));
  }

  private static String row(RuleDefinition rule) {
    String severity =
        rule.levels().isEmpty()
            ? rule.severity().map(Located::value).orElse("warning")
            : rule.levels().stream()
                .map(level -> level.severity().value())
                .collect(Collectors.joining(", "));
    String condition = "`" + ExprPrinter.print(rule.condition()) + "`";
    String levels =
        rule.levels().stream()
            .skip(1)
            .map(level -> ", `" + ExprPrinter.print(level.comparison()) + "`")
            .collect(Collectors.joining());
    String window =
        rule.window().map(each -> ", window " + each.span().text()).orElse("")
            + rule.currentWindow().map(each -> ", current window " + each.span().text()).orElse("")
            + rule.baselineWindow().map(each -> ", baseline " + each.span().text()).orElse("");
    return "| `%s` | %s | %s |\n"
        .formatted(
            rule.name().value(), severity, (condition + levels + window).replace("|", "\\|"));
  }

  private static String range(ParameterRange range) {
    return range.isLimited() ? " Takes " + range.words() + "." : "";
  }

  private static String row(Parameter parameter) {
    return "| `%s` | `%s` | %s |\n"
        .formatted(
            parameter.name().value(),
            parameter.standard().map(ParameterValue::written).orElse(""),
            parameter.description() + range(parameter.range()));
  }
}
