package io.firebreak.engine.deploy;

/**
 * Something that keeps a bundle from being deployed.
 *
 * @param file the file's path below {@code processes/}
 * @param element the id or the place of what is wrong within the file
 * @param reason a sentence that says what is wrong
 */
public record BundleProblem(String file, String element, String reason) {

    @Override
    public String toString() {
        return "%s, %s: %s".formatted(file, element, reason);
    }
}
