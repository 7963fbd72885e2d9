package io.firebreak.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are kept, with how each is handed out. */
enum FileKind {
    PNG("image/png", "a PNG picture", true, "png"),
    JPEG("image/jpeg", "a JPEG picture", true, "jpg", "jpeg"),
    WEBP("image/webp", "a WebP picture", true, "webp"),
    PDF("application/pdf", "a PDF document", false, "pdf"),
    TEXT("text/plain", "a plain text", false, "txt");

    private final String mediaType;
    private final String title;
    private final boolean picture;
    private final String[] endings;

    FileKind(String mediaType, String title, boolean picture, String... endings) {
        this.mediaType = mediaType;
        this.title = title;
        this.picture = picture;
        this.endings = endings;
    }

    static Optional<FileKind> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** As people call it in a sentence, with its article. */
    String title() {
        return title;
    }

    /** Whether a browser may show it by itself. All else is only ever saved. */
    boolean isPicture() {
        return picture;
    }

    /** The name with an ending that fits what the file is. */
    String withEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = Arrays.stream(endings).anyMatch(ending -> lower.endsWith("." + ending));
        return fits ? name : name + "." + endings[0];
    }
}
