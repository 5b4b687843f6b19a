package dev.tocsin.admin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * An endpoint over HTTP for those who look after an engine: alerts, silences, acknowledgements,
 * health. It has daemon threads of its own and never throws into its host. Requests that fail by an
 * error of ours are answered 500 and counted.
 */
public final class AdminServer implements AutoCloseable {
  /** The server turns those away that are beyond, as the system does. */
  private static final int BACKLOG = 128;

  private final HttpServer server;
  private final BoundedExchanges exchanges;
  private final Desk desk;

  private AdminServer(HttpServer server, BoundedExchanges exchanges, Desk desk) {
    this.server = server;
    this.exchanges = exchanges;
    this.desk = desk;
  }

  /**
   * Opens the endpoint.
   *
   * @throws IllegalArgumentException where others than this machine could reach it without a token
   * @throws IOException when it cannot listen there, with the address in words
   */
  public static AdminServer start(Administered engine, AdminOptions options) throws IOException {
    options.checked();
    InetSocketAddress address = new InetSocketAddress(options.address(), options.port());
    HttpServer server;
    try {
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          "the admin endpoint cannot listen at " + address + ": " + e.getMessage(), e);
    }
    BoundedExchanges exchanges = new BoundedExchanges(options.requests(), options.timeout());
    Desk desk = new Desk(engine, options, exchanges);
    server.setExecutor(exchanges);
    server.createContext("/", desk);
    // its dispatcher is a daemon when the thread that starts it is one
    Thread starter = BoundedExchanges.daemon(server::start, "tocsin-admin-start");
    starter.start();
    join(starter);
    return new AdminServer(server, exchanges, desk);
  }

  private static void join(Thread starter) {
    boolean interrupted = false;
    while (true) {
      try {
        starter.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Its address for clients on this machine, without a path. */
  public URI url() {
    InetSocketAddress address = server.getAddress();
    InetAddress bound = address.getAddress();
    String host = bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
    try {
      return new URI("http", null, host, port(), null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e); // an address is always a host
    }
  }

  /** Answers that failed by an error of our own. */
  public long faults() {
    return desk.faults();
  }

  /** Stops at once; requests that are being answered lose their connections. */
  @Override
  public void close() {
    server.stop(0);
    exchanges.close();
  }
}
