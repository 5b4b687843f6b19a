package dev.tocsin.route;

import static dev.tocsin.route.Clockwork.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a user stays, and what others are told goes on. */
class ErasedUserTest {
  private static final Map<String, String> OF_USER = Map.of("rule", "a", "user", "jane");
  private static final Map<String, String> B = Map.of("rule", "b");
  private static final double NEVER = Double.NaN;

  @Test
  void aMessageOfTheUserThatIsOnItsWayKeepsNoGroupAlive() {
    Clockwork run =
        new Clockwork(Plans.with(0, 1, 600).byAll().plan(), (channel, at) -> false, false);
    run.alert(OF_USER, 1, NEVER).run(3);
    erase(run, end(3));
    assertThat(run.written()).doesNotContain("jane");
    assertThat(run.router().onTheirWay()).isEmpty();
    assertThat(run.router().nextDue()).isEqualTo(Router.NEVER);
  }

  @Test
  void whatIsOnItsWayAboutOthersIsStillWaitedFor() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 600).plan(), (channel, at) -> at > 5, false);
    run.alert(OF_USER, 1, NEVER).alert(B, 1, NEVER).run(3);
    erase(run, end(3));
    assertThat(run.written()).doesNotContain("jane");
    assertThat(run.router().onTheirWay()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheUsersAlertKeptFromBeingSentIsSentAlsoAfterARestart(boolean cut) {
    Clockwork run =
        new Clockwork(
            Plans.with(0, 1, 600)
                .byAll()
                .inhibit("cause", List.of("rule = a"), List.of("rule = b"))
                .plan());
    run.alert(OF_USER, 1, NEVER).alert(B, 2, NEVER).run(3);
    erase(run, end(3));
    assertThat(run.written()).as("also not in why it was not sent").doesNotContain("jane");
    if (cut) {
      run.cut();
    }
    run.router().advance(nanos(5));
    assertThat(run.sent()).hasSize(2);
  }

  @Test
  void anEndThatWasStillToBeToldIsTold() {
    Clockwork run = new Clockwork(Plans.with(0, 60, 600).byAll().plan());
    run.alert(OF_USER, 1, 5).run(6);
    run.router().erase("jane", Map.of());
    assertThat(run.lastWords).containsExactly("slack ajane");
    assertThat(run.written()).doesNotContain("jane");
  }

  @Test
  void anEndThatIsOnItsWayIsTold() {
    Clockwork run =
        new Clockwork(Plans.with(0, 1, 600).byAll().plan(), (channel, at) -> at < 4, false);
    run.alert(OF_USER, 1, 5).run(10);
    run.router().erase("jane", Map.of());
    assertThat(run.lastWords).containsExactly("slack ajane");
    assertThat(run.written()).doesNotContain("jane");
  }

  @Test
  void amongManyAlertsNothingStaysEither() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 600).byAll().plan());
    run.alert(OF_USER, 1, NEVER).run(2);
    for (int i = 0; i < 2_500; i++) {
      Map<String, String> other = Map.of("rule", "a", "user", "u" + i);
      run.router().transition(Clockwork.firing(other, nanos(2), Severity.WARNING, List.of()));
    }
    Acknowledgement ack = new Acknowledgement("ben", Clockwork.time(2), "");
    run.router().acknowledge(List.of(end(3).alertKey()), ack);
    assertThat(run.router().acknowledgement(end(3).alertKey())).contains(ack);
    erase(run, end(3));
    assertThat(run.written()).doesNotContain("jane");
  }

  @Test
  void norInWhatOthersAreStillToBeToldOfTheUser() {
    Clockwork run =
        new Clockwork(Plans.with(0, 1, 600).byAll().plan(), (channel, at) -> at < 4, false);
    Evidence evidence =
        new Evidence(List.of(), List.of(new Contributor("user", "jane", 0.9, 0.1)), 10);
    run.at(
            1,
            at ->
                run.router()
                    .transition(
                        Clockwork.firing(B, at, Severity.WARNING, List.of()).with(evidence)))
        .at(5, at -> run.router().transition(Clockwork.resolved(B, nanos(1), at)))
        .run(7);
    run.router().erase("jane", Map.of());
    assertThat(run.written()).doesNotContain("jane");
  }

  @Test
  void norWhereNobodyWantedToHearTheEnd() {
    Clockwork run = new Clockwork(Plans.with(0, 1, 600).quietOnResolve("team", "slack").plan());
    run.alert(OF_USER, 1, 3).alert(B, 1, NEVER).run(6);
    run.router().erase("jane", Map.of());
    assertThat(run.written()).doesNotContain("jane");
  }

  private static Transition end(double at) {
    return Clockwork.resolved(OF_USER, nanos(1), nanos(at));
  }

  private static void erase(Clockwork run, Transition end) {
    run.router().erase("jane", Map.of(end.alertKey(), end));
  }
}
