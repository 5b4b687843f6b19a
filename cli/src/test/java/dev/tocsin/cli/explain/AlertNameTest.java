package dev.tocsin.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertNameTest {

  @Test
  void mayHaveAGroup() {
    assertThat(AlertName.parse(" slow ")).isEqualTo(new AlertName("slow", Map.of()));
    assertThat(AlertName.parse("slow{}")).isEqualTo(new AlertName("slow", Map.of()));
    assertThat(AlertName.parse("slow{user=u1, attr.tenant = \"a, \\\"b\\\"\\n\\\\\" }"))
        .isEqualTo(new AlertName("slow", Map.of("user", "u1", "attr.tenant", "a, \"b\"\n\\")));
  }

  @Test
  void hasItsGroupInTheOrderOfTheRule() {
    assertThat(AlertName.parse("slow{user=u1,model=m}").of(List.of("model", "user")).values())
        .containsExactly("m", "u1");
  }
}
