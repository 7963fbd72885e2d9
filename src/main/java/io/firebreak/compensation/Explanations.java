package io.firebreak.compensation;

import io.firebreak.crisis.CaseReference;

/** Knows whether a case was explained to those who were affected; compensation comes after that, never before. */
public interface Explanations {

    /** Whether a reply of the case was sent, in whatever way. */
    boolean isExplained(CaseReference reference);
}
