package dev.tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Rules;
import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Silence;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.plan.EngineGauge;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<Input> routing =
        List.of(
            new Input.Delivered("channel slack key", false, 9, Optional.of("ts-1")),
            new Input.Silenced(
                new Silence(
                    "s1",
                    List.of(new LabelMatcher("rule", LabelMatcher.Operator.MATCHES, "a.*")),
                    Instant.EPOCH,
                    Instant.ofEpochSecond(60),
                    "anna",
                    "moving")),
            new Input.Expired("s1", 10),
            new Input.Acknowledged(
                List.of("a/1"), new Acknowledgement("ben", Instant.EPOCH, "on it")),
            new Input.Timer(11));
    routing.forEach(input -> writer.write(input, out));
    InputWriter.gap(out);
    List<Object> seen = new ArrayList<>();
    assertThat(InputReader.read(in(), new Noting(seen))).isEqualTo(10);
    assertThat(seen)
        .hasSize(10)
        .containsAll(routing)
        .contains(
            7L,
            Map.of(EngineGauge.DROPPED, 3L, EngineGauge.STORE_FREE_BYTES, -1L),
            new RuleTexts(Map.of("a.yaml", RULES)),
            "gap");
    assertThat(seen.get(0)).usingRecursiveComparison().isEqualTo(call.withoutTexts());
  }

  @Test
  void whoLooksForNothingMayIgnoreAll() throws IOException {
    everyInputComesBack();
    assertThat(InputReader.read(in(), new InputSink() {})).isEqualTo(10);
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
    public void delivered(Input.Delivered delivered) {
      seen.add(delivered);
    }

    @Override
    public void silenced(Silence silence) {
      seen.add(new Input.Silenced(silence));
    }

    @Override
    public void expired(String silence, long nanos) {
      seen.add(new Input.Expired(silence, nanos));
    }

    @Override
    public void acknowledged(Input.Acknowledged acknowledged) {
      seen.add(acknowledged);
    }

    @Override
    public void timer(long nanos) {
      seen.add(new Input.Timer(nanos));
    }
  }
}
