package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;

/** Acts about a version, as the ledger keeps them. */
final class VersionAct {

    private VersionAct() {}

    /**
     * @param sentence for the actor, the version as people name it, and what else it says
     */
    static Act of(
            Statement statement, StatementVersion version, Actor actor, String verb, String sentence, Object... more) {
        Object[] values = new Object[more.length + 2];
        values[0] = actor.id();
        values[1] = named(version);
        System.arraycopy(more, 0, values, 2, more.length);
        return new Act(statement.caseReference(), actor.id(), statement.kind().act(verb), sentence.formatted(values))
                .with("version", version.number())
                .with("sha256", version.sha256())
                .with("statement", statement.id().toString());
    }

    /** Within a sentence. */
    static String named(StatementVersion version) {
        String name = version.named();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
