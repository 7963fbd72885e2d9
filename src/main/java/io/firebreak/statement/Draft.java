package io.firebreak.statement;

import java.util.List;
import java.util.UUID;

/**
 * What somebody hands in to become the next version of a text.
 *
 * @param pictures in their order
 * @param translations in which further languages it goes out, BCP 47 tags
 * @param holding what a holding statement is put together from; null for any other
 * @param original the version that a translation says in its language; null for any other
 */
record Draft(
        StatementText text,
        List<PictureFile> pictures,
        List<String> translations,
        HoldingWords holding,
        UUID original) {

    Draft {
        pictures = List.copyOf(pictures);
        translations = List.copyOf(translations);
    }
}
