package io.firebreak.webapp;

import java.util.Set;

/** What sort of act an entry of the ledger tells of, so that people find what they look for. */
enum ActKind {
    /** Somebody decided, agreed, refused or wrote. */
    DECISION,
    /** What went out, was to go out, or was taken down. */
    PUBLICATION,
    /** What our own people were asked, told and reminded of, and what they answered. */
    MESSAGE,
    /** The rest: tasks that begin and end, what was counted, what Firebreak does by itself. */
    OTHER;

    private static final Set<String> PUBLICATIONS = Set.of("publication", "takeDown");
    private static final Set<String> MESSAGES = Set.of("notice", "chain");
    private static final Set<String> MESSAGE_ACTS = Set.of(
            "task.acknowledged",
            "task.declined",
            "task.delegated",
            "task.escalated",
            "task.handedOver",
            "task.moved",
            "task.reminded",
            "task.takenOver",
            "staff.informed",
            "allies.informed",
            "facts.asked",
            "lead.handedOver");
    /** Of texts of all kinds: statements, words before them, translations, replies. */
    private static final Set<String> PUBLICATION_VERBS = Set.of("queued", "published", "returned", "sent");

    private static final Set<String> OTHERS =
            Set.of("task", "mention", "engine", "phase", "evidence", "deadlines", "absence");
    private static final Set<String> OTHER_ACTS =
            Set.of("reactions.counted", "reactions.merged", "review.reportDrawnUp");

    /**
     * @param type an act's, as {@code subject.verb}
     */
    static ActKind of(String type) {
        String subject = type.substring(0, Math.max(0, type.indexOf('.')));
        String verb = type.substring(type.indexOf('.') + 1);
        if (PUBLICATIONS.contains(subject) || PUBLICATION_VERBS.contains(verb)) {
            return PUBLICATION;
        }
        if (MESSAGES.contains(subject) || MESSAGE_ACTS.contains(type)) {
            return MESSAGE;
        }
        return OTHERS.contains(subject) || OTHER_ACTS.contains(type) ? OTHER : DECISION;
    }
}
