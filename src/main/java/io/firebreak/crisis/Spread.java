package io.firebreak.crisis;

/** How fast mentions multiply, against what is usual for the brand. */
public enum Spread {
    STEADY,
    HIGH,
    EXTREME
}
