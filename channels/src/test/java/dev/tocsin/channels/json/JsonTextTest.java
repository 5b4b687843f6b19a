package dev.tocsin.channels.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void readsWhatStandsAtTheTop() {
    assertThat(
            JsonText.scalars(
                "{\"ok\":true,\"in\":{\"ok\":false},\"no\":null,\"n\":0.5,\"l\":[1],\"t\":\"x\"}"))
        .containsExactly(Map.entry("ok", "true"), Map.entry("n", "0.5"), Map.entry("t", "x"));
  }

  @Test
  void whatIsCutOffGivesWhatStandsBeforeTheCut() {
    assertThat(JsonText.scalars("{\"ok\":true,\"message\":{\"text\":\"hal"))
        .containsExactly(Map.entry("ok", "true"));
    assertThat(JsonText.scalars("{\"ok\":true,\"mess")).containsExactly(Map.entry("ok", "true"));
    assertThat(JsonText.scalars("{\"ok\":")).isEmpty();
    assertThat(JsonText.scalars("[true]")).isEmpty();
    assertThat(JsonText.scalars("")).isEmpty();
  }
}
