package io.firebreak.publishing.channel.http;

/** The request did not reach the server: there was no connection to write it to. */
public class NotSentException extends Exception {

    private static final long serialVersionUID = 1L;

    NotSentException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
