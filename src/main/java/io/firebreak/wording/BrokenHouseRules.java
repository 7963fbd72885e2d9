package io.firebreak.wording;

import java.util.List;

/** The files of house rules hold mistakes, so Firebreak does not start: no text may go out unchecked. */
class BrokenHouseRules extends RuntimeException {

    private final transient List<String> mistakes;

    /**
     * @param mistakes each one sentence or two, with its file and line
     */
    BrokenHouseRules(List<String> mistakes) {
        super("The house rules hold mistakes: " + String.join(" ", mistakes));
        this.mistakes = mistakes;
    }

    List<String> mistakes() {
        return mistakes;
    }
}
