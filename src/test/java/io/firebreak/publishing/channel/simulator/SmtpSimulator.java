package io.firebreak.publishing.channel.simulator;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A mail server on loopback that asks for a password, keeps what it takes, and misbehaves: a {@link Fault} strikes when
 * the mail's end has arrived, which is when a mail server takes a mail or doesn't. What HTTP says by a status it says as
 * mail servers do: 421 where a web server breaks down, 452 when there are too many, 554 at the greeting where one sends
 * elsewhere, 535 for a wrong password. Beside that, any command can be told to answer something else, or nothing.
 */
public class SmtpSimulator implements AutoCloseable {

    public static final String USER = "press@brand.example";
    public static final String PASSWORD = "open-sesame-4711";

    private static final int MOST_LINES_WITHOUT_END = 2_000_000;

    private final FaultPlan faults = new FaultPlan();
    private final AcceptedPosts accepted = new AcceptedPosts();
    private final List<byte[]> mails = Collections.synchronizedList(new ArrayList<>());
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final java.util.Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket server;

    public SmtpSimulator() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException("No simulator can listen", failure);
        }
        start(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    public FaultPlan faults() {
        return faults;
    }

    public List<AcceptedPost> accepted() {
        return accepted.all();
    }

    /** The mails that were taken, as they came. */
    public List<byte[]> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** The first words of what clients said. */
    public List<String> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    /**
     * Answers a command in another way from now on.
     *
     * @param command such as {@code RCPT}, {@code DATA}; {@code .} for the end of a mail, {@code GREETING} for the first
     *     line of all
     * @param answer a whole line, or {@code cut} to end the connection without one
     */
    public void answer(String command, String answer) {
        answers.put(command, answer);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException alreadyGone) {
            // that is what was wanted
        }
    }

    private void listen() {
        while (closed.getCount() > 0) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                start(() -> serve(connection));
            } catch (IOException ending) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            new Conversation(connection).run();
        } catch (IOException | MessagingException gone) {
            // the client left; a cut connection is nothing to tell of
        } finally {
            connections.remove(connection);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "smtp-simulator");
        thread.setDaemon(true);
        thread.start();
    }

    /** One client. */
    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private String recipient = "";
        private boolean signedIn;
        private boolean over;

        Conversation(Socket connection) throws IOException {
            this.in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = connection.getOutputStream();
        }

        void run() throws IOException, MessagingException {
            Fault standing = faults.draw(false);
            if (standing.kind() == Fault.Kind.REDIRECT) {
                say("554 5.3.2 This server has moved to another address");
                return;
            }
            say("GREETING", "220 simulator.example ESMTP");
            while (!over) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                String command = line.split("[ :]")[0].toUpperCase();
                commands.add(command);
                answer(command, line, standing);
            }
        }

        private void answer(String command, String line, Fault standing) throws IOException, MessagingException {
            switch (command) {
                case "EHLO" -> say(command, "250-simulator.example\r\n250-8BITMIME\r\n250 AUTH PLAIN");
                case "AUTH" -> signIn(line, standing);
                case "MAIL" -> say(command, signedIn ? "250 2.1.0 Fine" : "530 5.7.0 Authentication required");
                case "RCPT" -> {
                    recipient = line.replaceAll(".*<(.*)>.*", "$1");
                    say(command, "250 2.1.5 Fine");
                }
                case "DATA" -> {
                    if (say(command, "354 Go on").startsWith("354")) {
                        take(mail());
                    }
                }
                case "QUIT" -> {
                    say(command, "221 2.0.0 Goodbye");
                    over = true;
                }
                default -> say(command, "250 2.0.0 Fine");
            }
        }

        private void signIn(String line, Fault standing) throws IOException {
            String expected = "\0" + USER + "\0" + PASSWORD;
            String given = new String(
                    Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)), StandardCharsets.UTF_8);
            signedIn = given.endsWith(expected) && standing.kind() != Fault.Kind.UNAUTHORIZED;
            say("AUTH", signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Username and password not accepted");
        }

        private byte[] mail() throws IOException {
            ByteArrayOutputStream mail = new ByteArrayOutputStream();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new IOException("The mail has no end");
                }
                String whole = line.startsWith(".") ? line.substring(1) : line;
                mail.write((whole + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            return mail.toByteArray();
        }

        private void take(byte[] mail) throws IOException, MessagingException {
            String planned = answers.get(".");
            Fault fault = faults.draw(true);
            if (fault.accepts() && (planned == null || planned.startsWith("2"))) {
                mails.add(mail);
                accepted.add(asAccepted(mail));
            }
            switch (fault.kind()) {
                case NONE -> say(".", "250 2.0.0 Queued as 4711");
                case DELAY -> {
                    if (!closesWithin(fault.duration().toMillis())) {
                        say("250 2.0.0 Queued as 4711");
                    }
                }
                case CUT -> over = true;
                case TOO_MANY_REQUESTS -> say("452 4.5.3 Too many mails, please wait");
                case SERVER_ERROR, UNAVAILABLE -> {
                    say("421 4.3.0 Something broke, closing the channel");
                    over = true;
                }
                case HTML -> say("<!DOCTYPE html><title>Please sign in</title>");
                case ENDLESS -> {
                    for (int line = 0; line < MOST_LINES_WITHOUT_END && closed.getCount() > 0; line++) {
                        say("250-and one more thing, which nobody needs to know but which is told all the same");
                    }
                }
                case DRIP -> {
                    long end = System.nanoTime() + fault.duration().toNanos();
                    while (System.nanoTime() < end && !closesWithin(100)) {
                        say("250-wait");
                    }
                }
                case REDIRECT, UNAUTHORIZED -> say("554 5.7.1 Not here");
            }
        }

        private AcceptedPost asAccepted(byte[] bytes) throws IOException, MessagingException {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            String answers = mail.getHeader("In-Reply-To", null);
            return new AcceptedPost(
                    mail.getMessageID(),
                    mail.getMessageID(),
                    mail.getSubject() + "\n\n"
                            + firstText(mail.getContent()).strip().replace("\r\n", "\n"),
                    mail.getHeader("Content-Language", null),
                    descriptions(mail.getContent()),
                    answers,
                    recipient);
        }

        private String firstText(Object content) throws IOException, MessagingException {
            return content instanceof Multipart parts
                    ? firstText(parts.getBodyPart(0).getContent())
                    : content.toString();
        }

        private List<String> descriptions(Object content) throws IOException, MessagingException {
            List<String> found = new ArrayList<>();
            if (content instanceof Multipart parts) {
                for (int at = 0; at < parts.getCount(); at++) {
                    BodyPart part = parts.getBodyPart(at);
                    if (part.isMimeType("image/*")) {
                        found.add(MimeUtility.decodeText(MimeUtility.unfold(part.getHeader("Content-Description")[0])));
                    }
                }
            }
            return found;
        }

        private String say(String command, String usual) throws IOException {
            String answer = answers.getOrDefault(command, usual);
            if (answer.equals("cut")) {
                over = true;
                throw new IOException("Cut as planned");
            }
            say(answer);
            return answer;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private boolean closesWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
