package io.firebreak.publishing.channel;

/**
 * How full a part is, as its channel counts.
 *
 * @param used so many of them
 * @param most how many it takes; {@link Integer#MAX_VALUE} for no limit
 * @param perLink what each web address counts, however long it is; 0 where addresses count as they are
 */
public record Count(int used, int most, Unit unit, int perLink) {

    /** What is counted. */
    public enum Unit {
        CHARACTERS,
        /** Characters as people see them. */
        GRAPHEMES,
        /** Of UTF-8. */
        BYTES
    }

    public boolean isLimited() {
        return most < Integer.MAX_VALUE;
    }

    /** Of two limits the one that is nearer to being reached. */
    public static Count nearer(Count one, Count other) {
        return (long) one.used * other.most >= (long) other.used * one.most ? one : other;
    }
}
