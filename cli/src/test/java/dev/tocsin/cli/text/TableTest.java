package dev.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.cli.text.Table.Align;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsColumnsByTheirWidthOnScreen() {
    Table table = new Table(Align.LEFT, Align.RIGHT, Align.LEFT);
    table.row(Palette.STRONG, "model", "calls", "note");
    table.row(Palette.PLAIN, "日本", "1,204", "x");
    table.row(Palette.PLAIN, "gpt-4o", "7", "");
    assertThat(strings(table, 80))
        .containsExactly("model   calls  note", "日本    1,204  x", "gpt-4o      7");
  }

  @Test
  void wrapsTheLastColumnUnderItself() {
    Table table = new Table(Align.LEFT, Align.LEFT);
    table.row(Palette.PLAIN, "error_rate_spike", "slack, email, pagerduty");
    assertThat(strings(table, 34))
        .containsExactly("error_rate_spike  slack, email,", "                  pagerduty");
  }

  @Test
  void cutsTheFirstColumnWhenTheOthersLeaveNoRoom() {
    Table table = new Table(Align.LEFT, Align.LEFT);
    table.row(Palette.PLAIN, "a_rule_with_a_very_long_name", "slack");
    assertThat(strings(table, 24)).containsExactly("a_rule_with_a_v..  slack");
  }

  @Test
  void leavesOutAColumnWithoutText() {
    Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT);
    table.row(Palette.PLAIN, "a", "", "b");
    assertThat(strings(table, 80)).containsExactly("a  b");
  }

  @Test
  void refusesARowOfAnotherLength() {
    Table table = new Table(Align.LEFT, Align.LEFT);
    assertThatThrownBy(() -> table.row(Palette.PLAIN, "a")).hasMessage("1 cells for 2 columns");
  }

  private static List<String> strings(Table table, int width) {
    return table.lines(width, 0).stream().map(AttributedString::toString).toList();
  }
}
