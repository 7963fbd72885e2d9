package io.firebreak.yaml;

/** A value of the file that can't be what stands there. Where it stands is added by whoever reads the file. */
public final class WrongValue extends RuntimeException {

    private static final int SHOWN = 60;

    private final transient String remedy;

    /**
     * @param problem a sentence that says what is wrong
     * @param remedy a sentence that says what to do
     */
    public WrongValue(String problem, String remedy) {
        super(problem, null, false, false);
        this.remedy = remedy;
    }

    public String problem() {
        return getMessage();
    }

    public String remedy() {
        return remedy;
    }

    /** A value as sentences show it: in quotes, and no longer than a line takes. */
    public static String shown(String value) {
        return "\"%s\""
                .formatted(
                        value.codePointCount(0, value.length()) <= SHOWN
                                ? value
                                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…");
    }
}
