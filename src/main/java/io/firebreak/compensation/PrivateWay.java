package io.firebreak.compensation;

/** How something reaches one person, and nobody else. */
public enum PrivateWay {
    DIRECT_MESSAGE("by direct message"),
    MAIL("by mail"),
    PHONE("by phone");

    private final String words;

    PrivateWay(String words) {
        this.words = words;
    }

    /** As it stands in a sentence. */
    public String words() {
        return words;
    }
}
