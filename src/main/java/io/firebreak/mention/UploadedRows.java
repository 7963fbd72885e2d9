package io.firebreak.mention;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The posts of an upload as a call of the API would bring them, each with the line where it begins. */
final class UploadedRows {

    static final int MAXIMUM_ROWS = 10_000;

    private final List<ObjectNode> items = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();

    /**
     * A new, empty row.
     *
     * @param line where it begins, from 1
     * @throws Refusal when there are too many
     */
    ObjectNode add(int line) {
        if (items.size() == MAXIMUM_ROWS) {
            throw Refusal.invalid(
                    "posts",
                    "There are more than %,d posts; please bring them in several parts.".formatted(MAXIMUM_ROWS));
        }
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        items.add(item);
        lines.add(line);
        return item;
    }

    /** A column that means nothing to us. */
    void leaveOut(String column) {
        unread.add(column);
    }

    List<ObjectNode> items() {
        return items;
    }

    /** The line of a row, by its place in {@link #items()}. */
    int lineOf(int index) {
        return lines.get(index);
    }

    Set<String> unread() {
        return unread;
    }
}
