package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTextsTest {
  private static final String INCLUDED = "rules: [{name: inner, condition: error_rate > 5%}]";
  private static final String ROOT =
      "include: [more/inner.yaml]\nrules: [{name: outer, condition: error_rate > 9%}]";

  @TempDir Path folder;

  @Test
  void aRuleFileIsReadAgainWhenItsFilesAreGone() throws IOException {
    Path root = Files.writeString(folder.resolve("rules.yaml"), ROOT);
    Path more = Files.createDirectory(folder.resolve("more"));
    Path inner = Files.writeString(more.resolve("inner.yaml"), INCLUDED);
    RuleFile before = RuleFileReader.read(root, new Diagnostics());
    RuleTexts texts = RuleTexts.of(before);
    Files.delete(root);
    Files.delete(inner);
    Diagnostics diagnostics = new Diagnostics();
    RuleFile again = texts.read(diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(again.rules())
        .extracting(rule -> rule.name().value())
        .containsExactly("inner", "outer");
    assertThat(RuleTexts.of(again)).isEqualTo(texts);
    assertThat(texts.names()).containsExactly(root.toString(), inner.toString());
  }

  @Test
  void theHashIsOfTheTextsAlone() {
    RuleTexts here =
        RuleTexts.of(RuleFileReader.read(new Source("a.yaml", INCLUDED), new Diagnostics()));
    RuleTexts there =
        RuleTexts.of(RuleFileReader.read(new Source("b.yaml", INCLUDED), new Diagnostics()));
    RuleTexts other =
        RuleTexts.of(RuleFileReader.read(new Source("a.yaml", ROOT), new Diagnostics()));
    assertThat(here.hash()).isEqualTo(there.hash()).hasSize(64).isNotEqualTo(other.hash());
    assertThat(new RuleTexts(two("x", "yz")).hash())
        .isNotEqualTo(new RuleTexts(two("xy", "z")).hash());
  }

  @Test
  void aTextThatWasNotKeptIsMissed() {
    Diagnostics diagnostics = new Diagnostics();
    new RuleTexts(Map.of("rules.yaml", ROOT)).read(diagnostics);
    assertThat(diagnostics.all())
        .singleElement()
        .matches(each -> each.message().contains("its text was not kept"));
    assertThatThrownBy(() -> RuleTexts.NONE.read(diagnostics))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Map<String, String> two(String one, String other) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("a", one);
    texts.put("b", other);
    return texts;
  }
}
