package io.firebreak.publishing;

/** Something became of a publication of the case. */
record PublicationChanged(String caseReference) {}
