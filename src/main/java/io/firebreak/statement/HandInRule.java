package io.firebreak.statement;

/** What a text must be like to become a version, by whatever way it is handed in. */
public interface HandInRule {

    /**
     * @param holding what a holding statement is put together from; null for any other
     * @throws io.firebreak.rule.Refusal that says what is wrong and what to do
     */
    void check(StatementKind kind, StatementText text, HoldingWords holding);
}
