package io.firebreak.crisis;

/** What kind of trouble it is. */
public enum Category {
    /** Our own slip: a typo, a misunderstanding, a post on the wrong account. */
    OWN_SLIP,
    /** Something of ours that offends people. */
    OWN_OFFENCE,
    /** A fault in a product or service. */
    PRODUCT_QUALITY,
    /** One customer's complaint. */
    CUSTOMER_COMPLAINT,
    /** Insults and quarrels below our posts. */
    HOSTILE_DISPUTE,
    /** Somebody who provokes on purpose, or a rival. */
    COMPETITOR_OR_TROLL,
    /** A flood of bad opinions whose reason is not known yet. */
    SUDDEN_SPIKE;

    /** Whether one comment can be all there is to it; what we did ourselves, and a flood, never is. */
    public boolean hasOneComment() {
        return hasAuthor() || this == PRODUCT_QUALITY;
    }

    /** Whether one author began it; our own mistakes and a flood from everywhere have none. */
    public boolean hasAuthor() {
        return this == CUSTOMER_COMPLAINT || this == HOSTILE_DISPUTE || this == COMPETITOR_OR_TROLL;
    }
}
