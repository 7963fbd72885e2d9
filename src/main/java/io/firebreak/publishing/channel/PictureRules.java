package io.firebreak.publishing.channel;

import java.util.ArrayList;
import java.util.List;

/** What keeps pictures from a channel, told to the author of the statement. */
public final class PictureRules {

    private PictureRules() {}

    /**
     * @param channel how people call the account
     * @return sentences; empty when all pictures fit
     */
    public static List<String> complaints(List<Picture> pictures, Capabilities limits, String channel) {
        List<String> complaints = new ArrayList<>();
        if (pictures.size() > limits.maximumPictures()) {
            complaints.add(
                    limits.maximumPictures() == 0
                            ? "%s shows no pictures; please take them out.".formatted(channel)
                            : "%s shows at most %d pictures, and there are %d; please take some out."
                                    .formatted(channel, limits.maximumPictures(), pictures.size()));
        }
        if (limits.maximumPictures() > 0) {
            pictures.forEach(picture -> complaints.addAll(complaints(picture, limits, channel)));
        }
        return complaints;
    }

    private static List<String> complaints(Picture picture, Capabilities limits, String channel) {
        List<String> complaints = new ArrayList<>();
        String name = picture.name();
        if (!limits.pictureTypes().contains(picture.mediaType())) {
            complaints.add("%s does not take the picture %s because it is %s; please save it as one of %s."
                    .formatted(
                            channel,
                            name,
                            picture.mediaType(),
                            String.join(
                                    ", ",
                                    limits.pictureTypes().stream().sorted().toList())));
        }
        if (picture.bytes().length > limits.maximumPictureBytes()) {
            complaints.add("The picture %s has %d bytes, and %s takes at most %d; please make it smaller."
                    .formatted(name, picture.bytes().length, channel, limits.maximumPictureBytes()));
        }
        if (picture.altText() == null || picture.altText().isBlank()) {
            complaints.add(
                    "The picture %s has no alternative text; please say what it shows, for those who can't see it."
                            .formatted(name));
        } else if (picture.altText().codePointCount(0, picture.altText().length()) > limits.maximumAltText()) {
            complaints.add("The alternative text of the picture %s is longer than the %d characters that %s takes."
                    .formatted(name, limits.maximumAltText(), channel));
        }
        return complaints;
    }
}
