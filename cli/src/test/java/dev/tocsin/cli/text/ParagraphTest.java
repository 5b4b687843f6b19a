package dev.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ParagraphTest {

  @Test
  void keepsPiecesTogetherWhereTheyFit() {
    Paragraph paragraph = new Paragraph(20, 4);
    paragraph.add(0, text("error_rate")).add(2, text("7% > 5%")).add(2, text("-> slack, email"));
    assertThat(strings(paragraph)).containsExactly("error_rate  7% > 5%", "    -> slack, email");
  }

  @Test
  void breaksAPieceThatNoLineHoldsAtBlanks() {
    Paragraph paragraph = new Paragraph(16, 2);
    paragraph.add(0, text("a")).add(2, text("p95(latency) where model == x"));
    assertThat(strings(paragraph)).containsExactly("a  p95(latency)", "  where model ==", "  x");
  }

  @Test
  void countsColumnsAndNotCharacters() {
    Paragraph paragraph = new Paragraph(10, 0);
    paragraph.add(0, text("日本語")).add(1, text("東京"));
    assertThat(strings(paragraph)).containsExactly("日本語", "東京");
  }

  @Property
  void losesNoWordAndKeepsToTheWidth(
      @ForAll @Size(max = 20) List<@AlphaChars @StringLength(min = 1, max = 12) String> words,
      @ForAll @IntRange(min = 16, max = 60) int width,
      @ForAll @IntRange(max = 4) int indent) {
    Paragraph paragraph = new Paragraph(width, indent);
    String all = String.join(" ", words);
    paragraph.add(0, text(all));
    assertThat(strings(paragraph)).allMatch(line -> line.length() <= width);
    String joined = String.join(" ", strings(paragraph)).replaceAll(" +", " ").strip();
    assertThat(joined).isEqualTo(all);
  }

  private static AttributedString text(String text) {
    return new AttributedString(text);
  }

  private static List<String> strings(Paragraph paragraph) {
    return paragraph.lines().stream().map(AttributedString::toString).toList();
  }
}
