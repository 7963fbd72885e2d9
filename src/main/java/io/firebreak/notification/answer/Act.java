package io.firebreak.notification.answer;

/** What a link does when its button is pressed. */
enum Act {
    TAKE(1),
    DECLINE(2);

    private final int code;

    Act(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
