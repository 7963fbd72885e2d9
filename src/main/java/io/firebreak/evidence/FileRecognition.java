package io.firebreak.evidence;

import io.firebreak.rule.Refusal;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * Says what a file is, from its bytes alone. Its beginning has to say it, and all the rest has to be that and nothing
 * else: a file that is two things at once is shown as one and opened as the other. Nothing is unpacked or drawn.
 */
final class FileRecognition {

    private static final Tika TIKA = new Tika();

    private FileRecognition() {}

    /**
     * @param name as people call the file in a sentence
     * @throws Refusal when it is none of the kinds that are kept, or not one of them from its beginning to its end
     */
    static FileKind of(String name, byte[] bytes) {
        String mediaType = TIKA.detect(bytes);
        FileKind kind = FileKind.ofMediaType(mediaType)
                .or(() -> PlainBytes.mayBe(mediaType) ? Optional.of(FileKind.TEXT) : Optional.empty())
                .orElseThrow(() -> ofNoKind(name));
        if (!isWhole(kind, bytes)) {
            throw kind == FileKind.TEXT ? ofNoKind(name) : notWhole(name, kind);
        }
        return kind;
    }

    private static boolean isWhole(FileKind kind, byte[] bytes) {
        return switch (kind) {
            case PNG -> PngStructure.isWhole(bytes);
            case JPEG -> JpegStructure.isWhole(bytes);
            case WEBP -> WebpStructure.isWhole(bytes);
            case PDF -> PdfStructure.isWhole(bytes);
            case TEXT -> PlainBytes.isText(bytes);
        };
    }

    private static Refusal ofNoKind(String name) {
        return Refusal.invalid(
                "file",
                "%s is no PNG, JPEG or WebP picture, no PDF and no plain text in UTF-8; please take a screenshot of it or save it as a PDF."
                        .formatted(name));
    }

    private static Refusal notWhole(String name, FileKind kind) {
        return Refusal.invalid(
                "file",
                "%s begins as %s but is damaged, far too large to be shown, or holds something else as well; please take a screenshot of it or save it anew."
                        .formatted(name, kind.title()));
    }
}
