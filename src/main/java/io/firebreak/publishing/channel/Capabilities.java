package io.firebreak.publishing.channel;

import java.util.Set;

/**
 * What a channel takes.
 *
 * @param certainty how it keeps a publication from happening twice
 * @param maximumCharacters of one part, as this channel counts them; {@link Integer#MAX_VALUE} for no limit
 * @param threads whether a longer text goes out in several parts that follow each other
 * @param maximumPictures of one part; 0 where it shows none
 * @param maximumPictureBytes of one picture
 * @param pictureTypes media types that it takes
 * @param maximumAltText characters of a picture's description
 */
public record Capabilities(
        Certainty certainty,
        int maximumCharacters,
        boolean threads,
        int maximumPictures,
        long maximumPictureBytes,
        Set<String> pictureTypes,
        int maximumAltText) {

    public static Capabilities text(Certainty certainty) {
        return new Capabilities(certainty, Integer.MAX_VALUE, false, 0, 0, Set.of(), 0);
    }
}
