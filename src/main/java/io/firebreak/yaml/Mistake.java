package io.firebreak.yaml;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something that keeps a plan from being taken.
 *
 * @param line from 1
 * @param path how one gets there, such as {@code people.anna.zone}; empty: the whole file
 * @param problem a sentence that says what is wrong
 * @param remedy a sentence that says what to do
 */
public record Mistake(
        @Schema(description = "from 1", example = "12") int line,
        @Schema(example = "people.anna.zone") String path,
        @Schema(description = "what is wrong") String problem,
        @Schema(description = "what to do") String remedy) {

    /** On one line, for logs and the ledger. */
    public String sentence() {
        return "Line %d%s: %s %s".formatted(line, path.isEmpty() ? "" : ", " + path, problem, remedy);
    }
}
