package io.firebreak.publishing.channel.http;

/** The request may have reached the server, and no complete answer came back. */
public class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
