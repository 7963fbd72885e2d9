package io.firebreak.reply;

/** How something reaches the person who commented, and nobody else. */
public enum PrivateWay {
    DIRECT_MESSAGE,
    MAIL,
    PHONE;

    Way way() {
        return Way.valueOf(name());
    }
}
