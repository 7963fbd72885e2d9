package io.firebreak.engine.deploy;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that are deployed together: diagrams, tables, forms and their translations by their paths below {@code
 * processes/}.
 */
final class Bundle {

    private static final Set<String> DEPLOYED = Set.of("bpmn", "dmn", "form", "html", "json");

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    Bundle(Map<String, byte[]> files) {
        this.files.putAll(files);
    }

    /** Whether a file belongs into a bundle; hidden ones, such as the Modeler's templates, and others do not. */
    static boolean takes(String path) {
        boolean hidden = path.startsWith(".") || path.contains("/.");
        return !hidden && DEPLOYED.contains(suffix(path));
    }

    static String suffix(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The file's name without folders and suffix. */
    static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    boolean contains(String path) {
        return files.containsKey(path);
    }

    /** Whether a diagram or table with this id is in the bundle; files are named after what they define. */
    boolean defines(String id, String suffix) {
        return files.keySet().stream()
                .anyMatch(path -> path.endsWith("." + suffix) && baseName(path).equals(id));
    }
}
