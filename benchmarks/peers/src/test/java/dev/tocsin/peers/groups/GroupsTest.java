package dev.tocsin.peers.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.benchmarks.UserTraffic;
import dev.tocsin.peers.rules.Contender;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final int USERS = 20_000;

  @Test
  void budgetsAreExceededAtTheSameTicks() {
    ChangeSum ours = new ChangeSum();
    ChangeSum byHand = new ChangeSum();
    give(60, GroupsRace.tocsin("sum(cost) by user per day > $0.03", ours));
    give(60, new TightBudgets(new BigDecimal("0.03").movePointRight(9).longValueExact(), byHand));
    assertThat(ours.changes()).isGreaterThan(100);
    assertThat(byHand.isLike(ours)).isTrue();
  }

  /** The limit is the bound of a bucket, so that it does not matter where in it a number lies. */
  @Test
  void percentilesCrossAtTheSameTicks() {
    ChangeSum ours = new ChangeSum();
    ChangeSum byHand = new ChangeSum();
    give(100, GroupsRace.tocsin("p95(latency) by user over 1h > 2097.151ms", ours));
    give(100, new TightLatencies(2_097_151, byHand));
    assertThat(ours.changes()).isGreaterThan(100);
    assertThat(byHand.changes()).isEqualTo(ours.changes());
    assertThat(byHand.isLike(ours)).isTrue();
  }

  private static void give(int seconds, Contender contender) {
    Timed timed = new Timed(contender, new ChangeSum());
    Call[] calls = new UserTraffic(USERS, 1.1).next(seconds);
    timed.give(calls, true);
    timed.close();
  }
}
