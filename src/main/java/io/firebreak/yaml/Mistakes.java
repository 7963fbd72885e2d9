package io.firebreak.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a plan, as far as it was found. */
public final class Mistakes {

    /** Here looking ends: who reads more at once mends none, and a file may be made to have millions. */
    static final int MOST = 100;

    /** Thrown when there are so many that nothing more is looked for. */
    public static final class Enough extends RuntimeException {

        private Enough() {
            super(null, null, false, false);
        }
    }

    private final List<Mistake> found = new ArrayList<>();

    /**
     * @throws Enough with the last one that is taken
     */
    public void add(int line, String path, String problem, String remedy) {
        found.add(new Mistake(line, path, problem, remedy));
        if (found.size() == MOST) {
            throw new Enough();
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of their lines; a last one says when there may be more. */
    public List<Mistake> sorted() {
        List<Mistake> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Mistake::line).thenComparing(Mistake::path));
        if (found.size() == MOST) {
            int last = sorted.get(MOST - 1).line();
            sorted.add(new Mistake(
                    last,
                    "",
                    "There may be more mistakes; after %d nobody looked on.".formatted(MOST),
                    "Mend these and check again."));
        }
        return List.copyOf(sorted);
    }
}
