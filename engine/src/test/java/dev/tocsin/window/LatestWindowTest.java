package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The last number, however old. */
class LatestWindowTest {
  private static final WindowShape SHAPE = new WindowShape.Latest();

  @Test
  void keepsTheLastNumber() {
    Window window = SHAPE.open(FoldKind.LAST);
    assertThat(window.isEmpty()).isTrue();
    assertThat(window.current().samples()).isZero();
    window.add(7, 40);
    window.add(5, 41);
    window.advance(1_000_000);
    assertThat(window.isEmpty()).isFalse();
    assertThat(window.nextChange()).isEqualTo(Window.NEVER);
    assertThat(window.current().kind()).isEqualTo(FoldKind.LAST);
    assertThat(window.current().samples()).isEqualTo(1);
    assertThat(last(window.current())).isEqualTo(41);
    assertThat(window.baseline().samples()).isZero();
    assertThat(last(States.copy(window, SHAPE, FoldKind.LAST).current())).isEqualTo(41);
  }

  @Test
  void mergesAsIfTheOtherCameLater() {
    FoldState<?> state = States.of(FoldKind.LAST, List.of(1L, 2L));
    States.merge(state, FoldKind.LAST.empty());
    assertThat(last(state)).isEqualTo(2);
    FoldState<?> later = States.of(FoldKind.LAST, List.of(3L));
    States.merge(state, later);
    assertThat(last(state)).isEqualTo(3);
    assertThat(state.samples()).isEqualTo(3);
    assertThat(last(States.copy(state))).isEqualTo(3);

    States.subtract(state, States.of(FoldKind.LAST, List.of(1L, 2L)));
    States.rebuild(state, List.of(States.of(FoldKind.LAST, List.of(9L)), later));
    assertThat(last(state)).isEqualTo(3);
    assertThat(state.samples()).isEqualTo(1);
    States.rebuild(state, List.of());
    assertThat(last(state)).isZero();
  }

  @Test
  void ofOneStampTheLastToComeAndElseTheLatestStamp() {
    LastState state = new LastState();
    state.add(10, 1);
    state.add(10, 2);
    state.add(9, 3);
    assertThat(state.last()).isEqualTo(2);
    LastState earlier = new LastState();
    earlier.add(8, 4);
    state.merge(earlier);
    assertThat(state.last()).isEqualTo(2);
    LastState sameStamp = new LastState();
    sameStamp.add(10, 5);
    state.merge(sameStamp);
    assertThat(state.last()).isEqualTo(5);
    state.subtract(sameStamp);
    States.rebuild(state, List.of(earlier));
    assertThat(state.last()).isEqualTo(4);
  }

  private static long last(FoldState<?> state) {
    return ((LastState) state).last();
  }
}
