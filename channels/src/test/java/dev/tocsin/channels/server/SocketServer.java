package dev.tocsin.channels.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that does with each connection what it is told, however rude. */
public final class SocketServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();

  /** What it does with a connection, which is closed after. */
  @FunctionalInterface
  public interface Manners {
    void serve(Socket connection) throws Exception;
  }

  public SocketServer(Manners manners) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(
        () -> {
          while (!socket.isClosed()) {
            try {
              Socket connection = socket.accept();
              connections.incrementAndGet();
              threads.execute(() -> serve(manners, connection));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  public int port() {
    return socket.getLocalPort();
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private static void serve(Manners manners, Socket connection) {
    try (connection) {
      manners.serve(connection);
    } catch (Exception e) {
      // the client went away, or the test is over
    }
  }
}
