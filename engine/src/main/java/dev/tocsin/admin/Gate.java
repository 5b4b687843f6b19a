package dev.tocsin.admin;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets through whom the options let through, before anything of a request is looked at. */
final class Gate {
  /** Texts that are addresses already, so that no name is looked up. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

  private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]*)(:\\d{1,5})?");
  private static final String JSON = "application/json";

  private final AdminOptions options;

  Gate(AdminOptions options) {
    this.options = options;
  }

  /** For every request. */
  void enter(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    InetAddress here = exchange.getLocalAddress().getAddress();
    if (!isOurs(headers.get("Host"), here)) {
      throw Refusal.forbidden("the header Host names neither this address nor an allowed host");
    }
    if (options.token().isPresent()
        && !options.token().get().isShown(headers.get("Authorization"))) {
      throw Refusal.unauthorized();
    }
  }

  /** For those that change something: no page in a browser sends them unasked. */
  void enterToChange(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    if (headers.containsKey("Origin")) {
      throw Refusal.forbidden("changes are not taken from pages in a browser");
    }
    if (!options.changes()) {
      throw Refusal.forbidden("this endpoint changes nothing");
    }
    if (!exchange.getRequestMethod().equals("DELETE") && !isJson(headers.get("Content-Type"))) {
      throw Refusal.mediaType();
    }
  }

  private boolean isOurs(@Nullable List<String> hosts, InetAddress here) {
    if (hosts == null || hosts.size() != 1) {
      return false;
    }
    var parts = HOST.matcher(hosts.get(0));
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    return name.equals("localhost") || options.hosts().contains(name) || isAddress(name, here);
  }

  private static boolean isAddress(String name, InetAddress here) {
    if (!ADDRESS.matcher(name).matches()) {
      return false;
    }
    try {
      return InetAddress.getByName(name).equals(here);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isJson(@Nullable List<String> types) {
    if (types == null || types.size() != 1) {
      return false;
    }
    String type = types.get(0).toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().equals(JSON);
  }
}
