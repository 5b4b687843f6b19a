package dev.tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.plan.EngineGauge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputBytesTest {
  private static final String RULES = "rules: [{name: a, condition: error_rate over 5m > 5%}]";
  private final ByteOutput out = new ByteOutput(16);

  @Test
  void everyInputComesBack() throws IOException {
    InputWriter writer = new InputWriter(false);
    Call call = Call.atNanos(5).model("m").input("secret").build();
    writer.write(new Input.Arrival(call), out);
    writer.write(new Input.Tick(7), out);
    writer.write(
        new Input.Gauges(Map.of(EngineGauge.DROPPED, 3L, EngineGauge.STORE_FREE_BYTES, -1L)), out);
    writer.write(
        new Input.Reload(Rules.parse("a", RULES), new RuleTexts(Map.of("a.yaml", RULES))), out);
    writer.write(new Input.Delivered("channel slack key", false), out);
    InputWriter.gap(out);
    List<Object> seen = new ArrayList<>();
    assertThat(InputReader.read(in(), new Noting(seen))).isEqualTo(6);
    assertThat(seen)
        .hasSize(6)
        .contains(
            7L,
            Map.of(EngineGauge.DROPPED, 3L, EngineGauge.STORE_FREE_BYTES, -1L),
            new RuleTexts(Map.of("a.yaml", RULES)),
            "channel slack key false",
            "gap");
    assertThat(seen.get(0)).usingRecursiveComparison().isEqualTo(call.withoutTexts());
  }

  @Test
  void whoLooksForNothingMayIgnoreAll() throws IOException {
    everyInputComesBack();
    assertThat(InputReader.read(in(), new InputSink() {})).isEqualTo(6);
  }

  @Test
  void aGaugeOfALaterVersionIsPassedOver() throws IOException {
    out.writeByte(InputWriter.GAUGES);
    out.varint(2);
    out.text("engine.unheard_of");
    out.signed(5);
    out.text(EngineGauge.LATE.label());
    out.signed(6);
    List<Object> seen = new ArrayList<>();
    InputReader.read(in(), new Noting(seen));
    assertThat(seen).containsExactly(Map.of(EngineGauge.LATE, 6L));
  }

  @Test
  void whatIsNoInputIsSaid() {
    out.writeByte(99);
    assertThatThrownBy(() -> InputReader.read(in(), new InputSink() {}))
        .isInstanceOf(IOException.class)
        .hasMessage("no input of kind 99");
  }

  private ByteInput in() {
    return new ByteInput(out.array(), out.size());
  }

  private record Noting(List<Object> seen) implements InputSink {
    @Override
    public void arrival(Event event) {
      seen.add(event);
    }

    @Override
    public void tick(long nanos) {
      seen.add(nanos);
    }

    @Override
    public void gauges(Map<EngineGauge, Long> values) {
      seen.add(values);
    }

    @Override
    public void rules(RuleTexts texts) {
      seen.add(texts);
    }

    @Override
    public void gap() {
      seen.add("gap");
    }

    @Override
    public void delivered(String delivery, boolean done) {
      seen.add(delivery + " " + done);
    }
  }
}
