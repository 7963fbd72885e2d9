package io.firebreak.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;

/**
 * A page that stands alone: no script, its style within it.
 *
 * @param html the whole page
 * @param policy its Content Security Policy: nothing is loaded or run, and only the page's own style holds
 */
public record StandalonePage(String html, String policy) {

    /** Of the answer that carries it. */
    public static final String CONTENT_TYPE = "text/html;charset=UTF-8";

    private static final String STYLE_BEGINS = "<style>";
    private static final String STYLE_ENDS = "</style>";

    /**
     * @param html whose style is the first thing in the page, before any text from outside
     */
    public static StandalonePage of(String html) {
        int begin = html.indexOf(STYLE_BEGINS) + STYLE_BEGINS.length();
        String style = html.substring(begin, html.indexOf(STYLE_ENDS, begin));
        return new StandalonePage(
                html,
                "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        .formatted(sha256(style)));
    }

    /**
     * Whether a page is wanted, and not JSON. A browser names HTML before all else; a program that names nothing, or
     * anything, gets JSON.
     *
     * @param accept the header of the request; null: there is none
     */
    public static boolean isWanted(String accept) {
        if (accept == null || accept.isBlank()) {
            return false;
        }
        try {
            List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(type -> type.isCompatibleWith(MediaType.TEXT_HTML)
                            || type.isCompatibleWith(MediaType.APPLICATION_JSON))
                    .findFirst()
                    .filter(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML))
                    .isPresent();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** The answer that carries it. */
    public ResponseEntity<String> answer() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .header("Content-Security-Policy", policy)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(html);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
