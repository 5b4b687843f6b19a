package dev.tocsin.dsl.rulefile;

import java.util.List;
import java.util.Map;

/** The keys of what says where alerts go, and what Alertmanager calls them. */
final class RoutingKeys {
  static final List<String> ROUTE =
      List.of(
          "name",
          "match",
          "receiver",
          "channels",
          "continue",
          "group_by",
          "group_wait",
          "group_interval",
          "repeat_interval",
          "mute",
          "active",
          "escalate",
          "budget",
          "routes");

  static final Map<String, String> ROUTE_ELSEWHERE =
      Map.of(
          "matchers", "match",
          "match_re", "match",
          "matches", "match",
          "mute_time_intervals", "mute",
          "active_time_intervals", "active",
          "receivers", "receiver",
          "escalation", "escalate",
          "limit", "budget");

  static final List<String> RECEIVER =
      List.of("name", "channels", "send_resolved", "title", "text");

  static final Map<String, String> RECEIVER_ELSEWHERE =
      Map.of(
          "slack_configs", "channels",
          "email_configs", "channels",
          "pagerduty_configs", "channels",
          "webhook_configs", "channels",
          "opsgenie_configs", "channels",
          "msteams_configs", "channels",
          "discord_configs", "channels",
          "channel", "channels");

  static final List<String> INHIBITION = List.of("name", "source", "target", "equal");

  static final Map<String, String> INHIBITION_ELSEWHERE =
      Map.of(
          "source_matchers", "source",
          "source_match", "source",
          "source_match_re", "source",
          "target_matchers", "target",
          "target_match", "target",
          "target_match_re", "target");

  static final List<String> SILENCE = List.of("match", "from", "until", "by", "comment");

  static final Map<String, String> SILENCE_ELSEWHERE =
      Map.of(
          "matchers", "match",
          "startsAt", "from",
          "endsAt", "until",
          "starts_at", "from",
          "ends_at", "until",
          "to", "until",
          "createdBy", "by",
          "created_by", "by",
          "author", "by");

  static final List<String> INTERVAL_PART =
      List.of("times", "weekdays", "days_of_month", "months", "years");

  static final List<String> INTERVAL =
      List.of("name", "zone", "intervals", "times", "weekdays", "days_of_month", "months", "years");

  static final Map<String, String> INTERVAL_ELSEWHERE =
      Map.of("time_intervals", "intervals", "location", "zone", "timezone", "zone");

  private RoutingKeys() {}
}
