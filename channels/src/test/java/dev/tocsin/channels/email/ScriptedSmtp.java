package dev.tocsin.channels.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tocsin.channels.server.SocketServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says yes to every command but one, and keeps what it heard. */
final class ScriptedSmtp implements SocketServer.Manners {
  private final String command;
  private final String answer;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  ScriptedSmtp(String command, String answer) {
    this.command = command;
    this.answer = answer;
  }

  List<String> heard() {
    return heard;
  }

  @Override
  public void serve(Socket connection) throws Exception {
    OutputStream out = connection.getOutputStream();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
    say(out, "220 here");
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data) {
        data = !line.equals(".");
        if (!data) {
          say(out, "250 taken");
        }
      } else {
        heard.add(line);
        data = line.equals("DATA");
        say(out, line.startsWith(command) ? answer : data ? "354 go on" : "250 yes");
      }
    }
  }

  private static void say(OutputStream out, String line) throws Exception {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }
}
