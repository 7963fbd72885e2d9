package io.firebreak.evidence;

/** How large a picture may unfold: a small file can fill the memory of everybody who looks at it. */
final class Pixels {

    /** A screenshot of a very long page has half of them. */
    private static final long MAXIMUM = 100_000_000;

    private Pixels() {}

    static boolean canBeShown(long width, long height) {
        return width > 0 && height > 0 && width <= MAXIMUM && height <= MAXIMUM / width;
    }
}
