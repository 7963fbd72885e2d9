package io.firebreak.publishing;

import java.util.UUID;

/** One attempt at one publication. */
record Attempt(UUID publicationId, int number) {

    /** The latest one. */
    static Attempt of(Publication publication) {
        return new Attempt(publication.id(), publication.progress().attempt());
    }

    static Attempt of(Dispatch dispatch) {
        return new Attempt(dispatch.publication().id(), dispatch.attempt());
    }
}
