package io.firebreak.mention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.rule.LinkFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what somebody copied together: of each post its link, its author where it begins with @, and what was written.
 * Posts stand on a line each; where there are empty lines, these part them.
 */
final class PastedPosts {

    private static final Pattern LINK = Pattern.compile(LinkFinder.CANDIDATE, Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHOR = Pattern.compile("^@[\\p{L}\\p{N}_][\\p{L}\\p{N}._@-]*");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s,;:|•–—-]+|[\\s,;|]+$");

    private PastedPosts() {}

    static UploadedRows read(String text) {
        UploadedRows rows = new UploadedRows();
        blocks(text).forEach(block -> fill(rows.add(block.line()), block.text()));
        return rows;
    }

    private record Block(int line, String text) {}

    private static List<Block> blocks(String text) {
        List<String> lines = text.lines().toList();
        boolean together = hasGaps(lines) || isOnePost(lines);
        List<Block> blocks = new ArrayList<>();
        boolean goesOn = false;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.isBlank()) {
                goesOn = false;
                continue;
            }
            if (goesOn && together) {
                Block last = blocks.remove(blocks.size() - 1);
                blocks.add(new Block(last.line(), last.text() + "\n" + line));
            } else {
                blocks.add(new Block(index + 1, line));
            }
            goesOn = true;
        }
        return blocks;
    }

    /** Empty lines at the beginning and at the end part nothing. */
    private static boolean hasGaps(List<String> lines) {
        return String.join("\n", lines).strip().lines().anyMatch(String::isBlank);
    }

    /** A single post over several lines: it begins with its link, and there is no other. */
    private static boolean isOnePost(List<String> lines) {
        List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
        return !written.isEmpty()
                && LINK.matcher(written.get(0).strip()).matches()
                && written.stream().skip(1).noneMatch(line -> LINK.matcher(line).find());
    }

    private static void fill(ObjectNode item, String block) {
        String rest = block;
        Matcher link = LINK.matcher(rest);
        if (link.find()) {
            item.put(UploadColumn.LINK.field(), LinkFinder.withoutPunctuation(link.group()));
            rest = rest.substring(0, link.start()) + "\n" + rest.substring(link.end());
        }
        rest = trimmed(rest);
        Matcher author = AUTHOR.matcher(rest);
        if (author.find()) {
            item.putObject("author").put("handle", author.group());
            rest = trimmed(rest.substring(author.end()));
        }
        if (!rest.isEmpty()) {
            item.put(UploadColumn.TEXT.field(), rest);
        }
    }

    private static String trimmed(String text) {
        return SEPARATORS.matcher(text.strip()).replaceAll("");
    }
}
