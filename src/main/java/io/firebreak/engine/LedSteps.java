package io.firebreak.engine;

/**
 * External steps of diagrams that Firebreak itself leads on, as its own records say. Nobody else may take, complete or
 * fail them: then the diagram would show what has not happened.
 */
public final class LedSteps {

    /** The topic of a step that waits for the publications of one channel. */
    public static final String PUBLICATION = "publication";

    /** The one worker that leads them on. */
    public static final String WORKER = "firebreak";

    private LedSteps() {}
}
