package io.firebreak.engine;

/** A task ends without being done: its case has ended, or its process goes another way. */
public record TaskTakenAway(String taskId) {}
