package io.firebreak.publishing.channel;

/** How what is public compares with what was approved. */
public sealed interface ReadBack {

    record Same() implements ReadBack {}

    /**
     * @param live what readers see in its place, as plain text
     */
    record Different(String live) implements ReadBack {}

    /** It was public and is no more. */
    record Gone() implements ReadBack {}

    record CannotTell(String reason) implements ReadBack {}
}
