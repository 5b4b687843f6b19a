package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@link Window} promises, whatever its shape. */
final class WindowLaws {
  private WindowLaws() {}

  /** Before {@link Window#nextChange} nothing changes by itself; at it something does. */
  static void assertNextChangeIsExact(Window window, WindowShape shape, FoldKind kind, long now) {
    long change = window.nextChange();
    if (change == Window.NEVER) {
      Window later = States.copy(window, shape, kind);
      later.advance(now + 1_000_000_000_000_000_000L);
      assertThat(States.shown(later)).isEqualTo(States.shown(window));
      return;
    }
    assertThat(change).isGreaterThan(now);
    Window before = States.copy(window, shape, kind);
    before.advance(change - 1);
    assertThat(States.shown(before)).isEqualTo(States.shown(window));
    if (goesBack(shape)) {
      return; // as many may come in as leave
    }
    Window after = States.copy(window, shape, kind);
    after.advance(change);
    assertThat(after.current().samples() + 31 * after.baseline().samples())
        .isNotEqualTo(window.current().samples() + 31 * window.baseline().samples());
  }

  private static boolean goesBack(WindowShape shape) {
    return shape instanceof WindowShape.Sliding sliding
        ? sliding.offsetNanos() > 0
        : shape instanceof WindowShape.Calendar calendar && calendar.back() > 0;
  }

  /** Two windows hold and show the same. */
  static void assertSame(Window one, Window other) {
    assertThat(States.bytes(one)).isEqualTo(States.bytes(other));
    assertThat(States.shown(one)).isEqualTo(States.shown(other));
    assertThat(one.nextChange()).isEqualTo(other.nextChange());
    assertThat(one.isEmpty()).isEqualTo(other.isEmpty());
  }
}
