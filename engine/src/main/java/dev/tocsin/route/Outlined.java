package dev.tocsin.route;

import dev.tocsin.api.NotificationDecision;
import java.util.Optional;

/**
 * How things stand with an alert and one of its channels.
 *
 * @param decision as if taken now
 * @param message the key of the message that is on its way
 */
public record Outlined(NotificationDecision decision, Optional<String> message) {}
