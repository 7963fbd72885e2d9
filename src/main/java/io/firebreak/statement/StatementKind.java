package io.firebreak.statement;

/** What a text is among those of its case. */
public enum StatementKind {
    /** The answer. One in each case; what puts it right is a further version of it. */
    STATEMENT("statement"),
    /** Early and short: what is known, what is being checked, when the next word comes. Each is one for itself. */
    HOLDING("holding"),
    /** The statement in another language; one for each language. */
    TRANSLATION("translation");

    private final String acts;

    StatementKind(String acts) {
        this.acts = acts;
    }

    /** How its acts in the ledger begin, as in {@code holding.approved}. */
    public String act(String verb) {
        return acts + "." + verb;
    }
}
