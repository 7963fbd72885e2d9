package io.firebreak.review;

/** What a lesson is about (seed 001: contents, messages, channels, staff, image). */
public enum Area {
    CONTENT("content"),
    MESSAGE("message"),
    CHANNEL("channel"),
    PEOPLE("people"),
    IMAGE("image");

    private final String word;

    Area(String word) {
        this.word = word;
    }

    /** As it stands in a sentence. */
    public String word() {
        return word;
    }
}
