package io.firebreak.mention;

import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Refusal;

/**
 * Posts that a person brings along, from a page that they look at or out of a tool's list.
 *
 * @param form how they are written down
 * @param posts all of them, as they were pasted or as they stand in the file
 * @param language a BCP 47 tag for those that say none themselves; null: it is unknown
 */
public record MentionUpload(Form form, String posts, String language) {

    /** What a file of 10,000 long posts needs; the request around it takes no more either. */
    static final int MAXIMUM_CHARACTERS = 6_000_000;

    /** How posts are written down. */
    public enum Form {
        /** One on a line, or in blocks with an empty line between them. */
        PASTED,
        /** A table in which a comma, a semicolon or a tabulator stands between the columns. */
        CSV
    }

    /**
     * @param language may be null or blank
     * @throws Refusal when there is nothing, or too much, or the language is none
     */
    public static MentionUpload of(Form form, String posts, String language) {
        if (posts == null || posts.isBlank()) {
            throw Refusal.invalid("posts", "There is no post yet; please paste some, or choose a file.");
        }
        if (posts.length() > MAXIMUM_CHARACTERS) {
            throw Refusal.invalid(
                    "posts",
                    "These are %,d characters, at most %,d are taken at a time; please bring them in several parts."
                            .formatted(posts.length(), MAXIMUM_CHARACTERS));
        }
        String tag = language == null || language.isBlank() ? null : LanguageTag.require("language", language.strip());
        return new MentionUpload(form, posts, tag);
    }
}
