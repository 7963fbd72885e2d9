package io.firebreak.publishing.channel.mail;

import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.http.Discretion;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** Hands mails to a mail server, one connection each, and says how sure it is that the server has them. */
class MailServer {

    /** "Closing the channel" (RFC 5321, 4.2.1): said at any moment, also by something between us and the server. */
    private static final int CLOSING = 421;

    private final MailServerSettings server;
    private final Duration timeout;

    MailServer(MailServerSettings server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    String host() {
        return server.host();
    }

    /** Connects and signs in. Null when that works, else why not. */
    String check() {
        try (Deadline deadline = new Deadline(timeout)) {
            Submission submission = new Submission(session(deadline), server);
            try {
                connect(submission);
                return null;
            } catch (MessagingException failure) {
                return refused(submission, failure, deadline);
            } finally {
                close(submission);
            }
        }
    }

    Outcome send(OutgoingMail mail) {
        try (Deadline deadline = new Deadline(timeout)) {
            Submission submission = new Submission(session(deadline), server);
            try {
                connect(submission);
                submission.sendMessage(mail, mail.getAllRecipients());
                return sent(mail);
            } catch (MessagingException failure) {
                return submission.isTaken() ? sent(mail) : outcome(submission, failure, deadline);
            } finally {
                close(submission);
            }
        }
    }

    private static Outcome sent(OutgoingMail mail) {
        return new Outcome.Sent(new RemotePost(mail.messageId(), null));
    }

    private void connect(Submission submission) throws MessagingException {
        submission.connect(server.host(), server.port(), server.user(), server.password());
        // the library goes on without signing in; whoever set a user does not want that
        if (server.user() != null && !submission.supportsExtension("AUTH")) {
            throw new AuthenticationFailedException("No way to sign in");
        }
    }

    /** The conversation is over, well or not; how the goodbye goes changes nothing. */
    private static void close(Submission submission) {
        try {
            submission.close();
        } catch (MessagingException alreadyGone) {
            // nothing depends on it
        }
    }

    private Outcome outcome(Submission submission, MessagingException failure, Deadline deadline) {
        String reason = refused(submission, failure, deadline);
        int code = submission.getLastReturnCode();
        if (isForGood(code) || failure instanceof AuthenticationFailedException && !isForNow(code)) {
            return new Outcome.Rejected(reason);
        }
        boolean refused = isForNow(code) && code != CLOSING;
        return submission.isEnded() && !refused
                ? new Outcome.Unknown(
                        reason + " The whole mail was on its way by then, so it may have been taken all the same.")
                : new Outcome.NotSent(reason);
    }

    private static boolean isForNow(int code) {
        return code >= 400 && code < 500;
    }

    private static boolean isForGood(int code) {
        return code >= 500 && code < 600;
    }

    private String refused(Submission submission, MessagingException failure, Deadline deadline) {
        int code = submission.getLastReturnCode();
        String words = Discretion.hide(oneLine(submission.getLastServerResponse()), server.password());
        if (failure instanceof AuthenticationFailedException && !isForNow(code)) {
            return isForGood(code)
                    ? "%s does not let this user in: %s. Please correct the user and the password of the mail server."
                            .formatted(server.host(), words)
                    : "%s does not let this user in. Please correct the user and the password of the mail server."
                            .formatted(server.host());
        }
        if (isForNow(code) || isForGood(code)) {
            return "%s answered: %s".formatted(server.host(), words);
        }
        return deadline.isOver()
                ? "%s was not done after %d seconds.".formatted(server.host(), timeout.toSeconds())
                : "%s can't be reached, or ended the connection (%s)."
                        .formatted(server.host(), Discretion.hide(oneLine(cause(failure)), server.password()));
    }

    private static String cause(MessagingException failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private static String oneLine(String text) {
        String line =
                text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    private Session session(Deadline deadline) {
        Properties properties = new Properties();
        properties.putAll(server.properties());
        String prefix = "mail." + server.protocol();
        for (String name : new String[] {".connectiontimeout", ".timeout", ".writetimeout"}) {
            properties.putIfAbsent(prefix + name, Long.toString(timeout.toMillis()));
        }
        // in chunks the end of a mail could not be told from its middle
        properties.remove(prefix + ".chunksize");
        if (!properties.containsKey(prefix + ".socks.host") && !properties.containsKey(prefix + ".socketFactory")) {
            properties.put(prefix + ".socketFactory", deadline);
            properties.put(prefix + ".socketFactory.fallback", "false");
        }
        return Session.getInstance(properties);
    }
}
