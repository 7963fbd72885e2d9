package io.firebreak.publishing;

import java.util.UUID;

/** What is public is no longer what was approved. */
record PublicationDrifted(UUID publicationId) {}
