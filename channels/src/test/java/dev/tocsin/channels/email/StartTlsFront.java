package dev.tocsin.channels.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tocsin.channels.server.SocketServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Begins in the clear, encrypts when asked, and passes the rest on to a server without TLS. */
final class StartTlsFront implements SocketServer.Manners {
  private final SSLContext context;
  private final int behind;

  StartTlsFront(SSLContext context, int behind) {
    this.context = context;
    this.behind = behind;
  }

  @Override
  public void serve(Socket connection) throws Exception {
    OutputStream out = connection.getOutputStream();
    say(out, "220 front");
    InputStream in = connection.getInputStream();
    readLine(in); // EHLO
    say(out, "250-front\r\n250 STARTTLS");
    readLine(in); // STARTTLS
    say(out, "220 go ahead");
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(connection, null, 0, true);
    secure.setUseClientMode(false);
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      new BufferedReader(new InputStreamReader(server.getInputStream(), US_ASCII)).readLine();
      Thread back =
          new Thread(
              () -> {
                try {
                  server.getInputStream().transferTo(secure.getOutputStream());
                } catch (IOException e) {
                  // the client went away
                }
              });
      back.start();
      secure.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  private static void readLine(InputStream in) throws IOException {
    int one = in.read();
    while (one >= 0 && one != '\n') {
      one = in.read();
    }
  }
}
