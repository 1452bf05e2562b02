package io.threadbridge.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An SMTP server that answers as it is told: by command, the end of the message being `.`. An
/// answer of `cut` closes the connection, `silence` never comes.
final class BadServer implements AutoCloseable {
  private static final Map<String, String> GOOD =
      Map.of(
          "hello",
          "220 here",
          "EHLO",
          "250 here",
          "MAIL",
          "250 ok",
          "RCPT",
          "250 ok",
          "DATA",
          "354 go on",
          ".",
          "250 taken",
          "QUIT",
          "221 bye",
          "RSET",
          "250 ok",
          "AUTH",
          "235 ok");

  private final ServerSocket listening;
  private final Map<String, String> answers;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());

  BadServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// What was written to it and begins so.
  List<String> heard(String beginning) {
    return List.copyOf(lines).stream().filter(line -> line.startsWith(beginning)).toList();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException _) {
      // closed: the test is over
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      boolean inMessage = false;
      String answer = answer("hello");
      while (say(socket, answer)) {
        String line = in.readLine();
        if (line == null) {
          return;
        }
        lines.add(line);
        answer = inMessage && !line.equals(".") ? "" : answer(command(line));
        inMessage = (inMessage && !line.equals(".")) || answer.startsWith("354");
      }
    } catch (IOException _) {
      // the client is gone
    }
  }

  private static String command(String line) {
    return line.equals(".") ? line : line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
  }

  private String answer(String command) {
    return answers.getOrDefault(command, GOOD.getOrDefault(command, "502 what?"));
  }

  private static boolean say(Socket socket, String answer) throws IOException {
    if (!answer.isEmpty() && !answer.equals("cut") && !answer.equals("silence")) {
      socket.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
    }
    return !answer.equals("cut");
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : List.copyOf(sockets)) {
      socket.close();
    }
  }
}
