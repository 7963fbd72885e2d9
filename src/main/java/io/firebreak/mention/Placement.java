package io.firebreak.mention;

import io.firebreak.crisis.CaseReference;
import java.util.UUID;

/** A mention on its way to a case. */
record Placement(UUID mention, CaseReference to, JoinedBy by) {}
