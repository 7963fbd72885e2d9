package io.firebreak.evidence;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ContentDisposition;

/** The bytes of a file, with what a browser has to be told so that they do no harm. */
public record FileContent(FileFacts facts, byte[] bytes) {

    /** Even a picture that is looked at by itself runs nothing, loads nothing and is framed nowhere. */
    private static final String NOTHING_RUNS =
            "default-src 'none'; sandbox; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    /** The headers of an answer that carries it. Its type is what we recognised, whatever was said when it came. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", facts.mediaType() + (kind() == FileKind.TEXT ? ";charset=UTF-8" : ""));
        headers.put("Content-Disposition", disposition());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", NOTHING_RUNS);
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    private String disposition() {
        return (kind().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(facts.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private FileKind kind() {
        return FileKind.ofMediaType(facts.mediaType()).orElseThrow();
    }
}
