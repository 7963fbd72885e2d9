package io.firebreak.publishing.channel;

/** Whether something is public. */
public sealed interface Probe {

    record Found(RemotePost post) implements Probe {}

    /** The server answered, and it is not there. */
    record Absent() implements Probe {}

    /** The server could not be asked now. */
    record NotNow(String reason) implements Probe {}

    /**
     * This channel can't tell; a person has to look.
     *
     * @param question exactly what to look for and where
     */
    record AskPerson(String question) implements Probe {}
}
