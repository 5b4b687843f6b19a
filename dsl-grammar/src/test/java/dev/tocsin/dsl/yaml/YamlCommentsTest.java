package dev.tocsin.dsl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlCommentsTest {

  private static List<String> comments(String text) {
    return YamlComments.of(new Source("a.yaml", text)).stream().map(Span::text).toList();
  }

  @Test
  void commentsStandAloneBehindValuesAndInsideFlows() {
    assertThat(
            comments(
                """
                # top
                a: 1 # one
                b: [x, # in a list
                  {c: d, # in a mapping
                  e: f}] # behind it
                  # last"""))
        .containsExactly(
            "# top", "# one", "# in a list", "# in a mapping", "# behind it", "# last");
  }

  @Test
  void textsHaveNone() {
    assertThat(
            comments(
                """
                a: "x # y"
                b: 'x # y
                  # z'
                c: x#y
                d: |
                  # text
                   # text
                e: >- # folded
                  # text
                # behind
                f: &a !t plain#x
                """))
        .containsExactly("# folded", "# behind");
  }

  @Test
  void placesCountInCharactersOfTheText() {
    Source source = new Source("a.yaml", "a: \"\uD83D\uDD25 é\" # hot\r\nb: 1 # cold \r\n");

    assertThat(YamlComments.of(source)).extracting(Span::text).containsExactly("# hot", "# cold");
    assertThat(YamlComments.of(source)).extracting(Span::toString).first().isEqualTo("a.yaml:1:10");
  }

  @Test
  void aTextThatIsNotYamlHasNone() {
    assertThat(comments("# top\na: [\n# more")).isEmpty();
  }
}
