package io.firebreak.evidence;

import java.util.UUID;

/**
 * A file on its way into the evidence.
 *
 * @param name as it came; null for none
 * @param shows what it shows, in the words of who hands it in
 * @param about the post of the case that it shows, by its id; null for none
 */
public record NewFile(String name, String shows, UUID about, byte[] bytes) {

    /**
     * From texts as an address carries them.
     *
     * @param about null or blank for none
     */
    public static NewFile of(String name, String shows, String about, byte[] bytes) {
        return new NewFile(name, shows, about == null || about.isBlank() ? null : EvidenceId.parse(about), bytes);
    }
}
