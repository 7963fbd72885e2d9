package io.firebreak.reply;

/** How a reply reaches the person who commented. */
public enum Way {
    /** Below the comment, where everybody reads it. */
    THREAD("in the thread"),
    DIRECT_MESSAGE("by direct message"),
    MAIL("by mail"),
    PHONE("by phone");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    public boolean isPublic() {
        return this == THREAD;
    }

    /** As it stands in a sentence. */
    public String words() {
        return words;
    }
}
