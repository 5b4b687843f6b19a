package dev.tocsin.channels.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has a mail already when it is sent again because others could not be reached, so that one
 * mailbox that is full for a day does not fill all others. Remembers the last mails only, and
 * nothing after a restart.
 */
final class UnreachedRecipients {
  private static final int MOST = 1_000;

  private final Map<String, Set<Address>> reached =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<Address>> eldest) {
          return size() > MOST;
        }
      };

  /** Who does not have it. */
  synchronized Address[] of(AlertMail mail) throws MessagingException {
    Set<Address> left = new LinkedHashSet<>(List.of(mail.getAllRecipients()));
    left.removeAll(reached.getOrDefault(mail.id(), Set.of()));
    return left.toArray(Address[]::new);
  }

  /** Notes who got it in spite of the failure. */
  synchronized void note(AlertMail mail, MessagingException failure) {
    if (failure instanceof SendFailedException partly && partly.getValidSentAddresses() != null) {
      reached
          .computeIfAbsent(mail.id(), id -> new LinkedHashSet<>())
          .addAll(List.of(partly.getValidSentAddresses()));
    }
  }

  /** All have it. */
  synchronized void forget(AlertMail mail) {
    reached.remove(mail.id());
  }
}
