package io.firebreak.mention;

import java.util.List;
import java.util.Set;

/**
 * What an upload holds, and what is and would be done with it. Nothing is kept of it.
 *
 * @param received how many posts there are in it
 * @param fresh how many of them would be taken in
 * @param repeated how many stand in it again
 * @param known how many were taken in before
 * @param refused how many can't be taken in
 * @param cases to which cases they belong, those with most first
 * @param waiting how many of the known ones wait for a case
 * @param broken those that can't be taken in, the first of them
 * @param unread the headings of columns that mean nothing here
 */
public record UploadCheck(
        int received,
        int fresh,
        int repeated,
        int known,
        int refused,
        List<OfCase> cases,
        int waiting,
        List<Broken> broken,
        Set<String> unread) {

    /**
     * @param fresh how many would join it, by their thread, their link or a search term
     * @param known how many belong to it already
     */
    public record OfCase(String reference, int fresh, int known) {}

    /**
     * @param line where it begins, from 1
     * @param sentence what is wrong, and what would be right
     */
    public record Broken(int line, String sentence) {}
}
