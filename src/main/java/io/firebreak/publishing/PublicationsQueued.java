package io.firebreak.publishing;

/** There is work for the queue of publications. */
record PublicationsQueued(String caseReference) {}
