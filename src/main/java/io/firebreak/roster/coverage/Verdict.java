package io.firebreak.roster.coverage;

/** How well a chain of command is covered at a moment. */
public enum Verdict {
    /** Each level has somebody of its own, there are at least two people, and the first is woken. */
    GREEN("●", "covered"),
    /** Somebody can be asked, but it hangs by a thread. */
    THIN("◐", "thin"),
    /** Nobody can be asked. */
    RED("○", "nobody");

    private final String sign;
    private final String word;

    Verdict(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    /** One character that tells it without colour. */
    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }
}
