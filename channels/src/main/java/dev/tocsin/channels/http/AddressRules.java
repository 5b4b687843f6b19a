package dev.tocsin.channels.http;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses a channel may connect to, so that a URL somebody else wrote cannot make the host
 * talk to its own network or to its cloud's metadata.
 *
 * @param allowPrivate loopback and private networks
 * @param allowLinkLocal link-local addresses and those at which clouds serve metadata
 */
record AddressRules(boolean allowPrivate, boolean allowLinkLocal) {

  /** How an address is reached. */
  enum Scope {
    PUBLIC,
    PRIVATE,
    LINK_LOCAL,
    /** Multicast, reserved, or another address in disguise. */
    OTHER
  }

  boolean allow(InetAddress address) {
    return switch (scope(address)) {
      case PUBLIC -> true;
      case PRIVATE -> allowPrivate;
      case LINK_LOCAL -> allowLinkLocal;
      case OTHER -> false;
    };
  }

  static Scope scope(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (isMetadata(address.getHostAddress()) || address.isLinkLocalAddress()) {
      return Scope.LINK_LOCAL;
    }
    if (address.isLoopbackAddress() || address.isSiteLocalAddress()) {
      return Scope.PRIVATE;
    }
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      return Scope.OTHER;
    }
    return address instanceof Inet4Address ? four(bytes) : six(bytes);
  }

  private static Scope four(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (first == 100 && (second & 0xc0) == 64) {
      return Scope.PRIVATE; // carrier-grade NAT
    }
    boolean benchmarks = first == 198 && (second & 0xfe) == 18;
    boolean assignments = first == 192 && second == 0 && bytes[2] == 0;
    return first == 0 || first >= 240 || benchmarks || assignments ? Scope.OTHER : Scope.PUBLIC;
  }

  private static Scope six(byte[] bytes) {
    if ((bytes[0] & 0xfe) == 0xfc) {
      return Scope.PRIVATE; // unique local
    }
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64;
    boolean compatible = bytes[0] == 0 && bytes[1] == 0;
    return sixToFour || teredo || nat64 || compatible ? Scope.OTHER : Scope.PUBLIC;
  }

  /** Where some clouds serve metadata, besides the link-local 169.254.169.254. */
  private static boolean isMetadata(String address) {
    return address.equals("100.100.100.200")
        || address.equals("168.63.129.16")
        || address.startsWith("fd00:ec2:0:0:0:0:0:254");
  }
}
