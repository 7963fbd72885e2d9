package io.firebreak.evidence;

/**
 * A picture, film or sound of a post, as its source tells of it. Only that is kept: Firebreak fetches nothing.
 *
 * @param url where it was seen
 * @param sha256 over its bytes, 64 hexadecimal digits; null where the source does not say
 * @param description what it shows, in the author's words; null where there are none
 */
public record MediaLink(String url, String sha256, String description) {

    /** What tells it from another one: its hash, else its link without what networks change from one hour to the next. */
    String identity() {
        return sha256 == null ? url.replaceFirst("[?#].*", "") : sha256;
    }
}
