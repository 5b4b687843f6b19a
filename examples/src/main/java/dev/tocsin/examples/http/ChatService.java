package dev.tocsin.examples.http;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.Tocsin;
import dev.tocsin.api.spi.Channel;
import dev.tocsin.channels.console.ConsoleChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A chat service on the loopback interface, on the JDK's own HTTP server, watched by the engine.
 * Its model is faked and in the process; prompts that hold the word {@code fail} or {@code timeout}
 * do so. Alerts also go to the console.
 *
 * <p>From the root of the checkout (the flag spares each answer the 40 ms that the JDK's server
 * otherwise waits for the client's acknowledgement):
 *
 * <pre>{@code
 * mvn -q -B -pl examples -am package -DskipTests
 * java -Dsun.net.httpserver.nodelay=true -cp examples/target/tocsin-examples.jar \
 *     dev.tocsin.examples.http.ChatService 8080
 * }</pre>
 *
 * <p>And from another terminal:
 *
 * <pre>{@code
 * curl -d '{"user":"u1","prompt":"Is 17077 a prime number?"}' http://127.0.0.1:8080/chat
 * curl -d '{"user":"u1","prompt":"Please fail."}' http://127.0.0.1:8080/chat
 * curl http://127.0.0.1:8080/alerts
 * curl http://127.0.0.1:8080/readings
 * curl http://127.0.0.1:8080/health
 * }</pre>
 */
public final class ChatService implements AutoCloseable {
  private static final Path RULES = Path.of("examples/alert_rules.yaml");
  private static final int THREADS = 4;
  private static final int GRACE_SECONDS = 1;

  private final Tocsin tocsin;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);

  private ChatService(Tocsin tocsin, HttpServer server) {
    this.tocsin = tocsin;
    this.server = server;
  }

  /**
   * Starts the service.
   *
   * @param port on the loopback interface; 0 for any that is free
   * @param rules the rule file
   * @param alerts takes what rules send to any channel
   * @throws IOException when the port cannot be had
   */
  public static ChatService start(int port, Path rules, Channel alerts) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Tocsin tocsin = Tocsin.builder().rules(rules).otherChannels(alerts).build();
    try {
      ChatService service = new ChatService(tocsin, HttpServer.create(address, 0));
      service.serve();
      return service;
    } catch (IOException e) {
      tocsin.close();
      throw e;
    }
  }

  private void serve() {
    server.createContext("/chat", new ChatHandler(new FakeModel(), tocsin));
    server.createContext("/alerts", new JsonView(() -> EngineJson.alerts(tocsin.alerts())));
    server.createContext("/readings", new JsonView(() -> EngineJson.readings(tocsin.readings())));
    server.createContext("/health", new JsonView(() -> EngineJson.health(tocsin.health())));
    server.setExecutor(workers);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Lets requests end, then lets the engine see what they recorded. */
  @Override
  public void close() {
    server.stop(GRACE_SECONDS);
    workers.shutdown();
    tocsin.close();
  }

  /**
   * Runs it until the process is told to end.
   *
   * @param args the port, 0 for any; 8080 when absent
   */
  public static void main(String[] args) throws IOException {
    int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
    ChatService service = start(port, RULES, new ConsoleChannel());
    Runtime.getRuntime().addShutdownHook(new Thread(service::close));
    System.out.println("http://127.0.0.1:" + service.port());
  }
}
