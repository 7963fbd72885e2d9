package io.firebreak.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.rule.TextBody.Piece;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://a.example/b.|https://a.example/b",
                "(see https://a.example/b)|https://a.example/b",
                "https://a.example/wiki/B_(c)!|https://a.example/wiki/B_(c)",
                "HTTP://A.example|HTTP://A.example",
                "«https://a.example/ñ?x=1&y=2»,|https://a.example/ñ?x=1&y=2",
                "<https://a.example>|https://a.example",
                "https://a.example/\u202Egnp.exe|https://a.example/"
            })
    void shouldFindTheAddressInALine(String line, String link) {
        // when
        List<Piece> pieces = LinkFinder.piecesOf(line);

        // then
        assertThat(pieces.stream().map(Piece::href).filter(Objects::nonNull)).containsExactly(link);
        assertThat(String.join("", pieces.stream().map(Piece::text).toList())).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)", "data:text/html,x", "ftp://a.example", "file:///etc/passwd", "//a.example",
                "www.a.example", "https://", "https://bank.example@evil.example/", "xhttps://a.example",
                        "mailto:a@b.example",
                "https:/a.example", "https:// a", "vbscript:x"
            })
    void shouldLeaveEverythingElseAsText(String line) {
        assertThat(LinkFinder.piecesOf(line)).extracting(Piece::href).containsOnly((String) null);
    }
}
