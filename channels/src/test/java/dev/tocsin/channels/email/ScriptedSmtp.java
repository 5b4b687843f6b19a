package dev.tocsin.channels.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tocsin.channels.server.SocketServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;

/** Says yes to every command but one. */
record ScriptedSmtp(String command, String answer) implements SocketServer.Manners {

  @Override
  public void serve(Socket connection) throws Exception {
    OutputStream out = connection.getOutputStream();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
    out.write("220 here\r\n".getBytes(US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String said = line.startsWith(command) ? answer : "250 yes";
      out.write((said + "\r\n").getBytes(US_ASCII));
    }
  }
}
