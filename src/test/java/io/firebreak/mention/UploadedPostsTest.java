package io.firebreak.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of posts that people paste, and out of tables. */
class UploadedPostsTest {

    @Test
    void shouldReadOnePostALine() {
        // when
        UploadedRows rows = PastedPosts.read(
                """
                https://social.example/1 @anna The bottle broke!
                @bruno, https://social.example/2, Mine, too. @anna is right
                Only words, by nobody we know
                """);

        // then
        assertThat(summaries(rows))
                .containsExactly(
                        "1 https://social.example/1 @anna The bottle broke!",
                        "2 https://social.example/2 @bruno Mine, too. @anna is right",
                        "3 - - Only words, by nobody we know");
    }

    @Test
    void shouldReadBlocksWithEmptyLinesBetweenThem() {
        // when
        UploadedRows rows = PastedPosts.read(
                "\n@anna@social.example\nhttps://social.example/1.\nFirst line\nsecond line\n\n\n https://social.example/2\nMine\n\n");

        // then
        assertThat(summaries(rows))
                .containsExactly(
                        "2 https://social.example/1 @anna@social.example First line|second line",
                        "8 https://social.example/2 - Mine");
    }

    @Test
    void shouldTakeLinesBelowASingleLinkForOnePost() {
        assertThat(summaries(PastedPosts.read("https://social.example/1\n@anna\nIt broke.\nTwice.")))
                .containsExactly("1 https://social.example/1 @anna It broke.|Twice.");
    }

    @Test
    void shouldTakeForeignTextForNothingButText() {
        assertThat(summaries(PastedPosts.read("@x <script>alert(1)</script> ${7*7} #{x} {{1+1}} =cmd|'/c calc'!A1")))
                .containsExactly("1 - @x <script>alert(1)</script> ${7*7} #{x} {{1+1}} =cmd|'/c calc'!A1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text,link,Author\n\"It broke, \"\"twice\"\"\nyesterday\",https://social.example/1,@anna\n",
                "\uFEFFTEXT;Link;author\r\n\"It broke, \"\"twice\"\"\nyesterday\";https://social.example/1;@anna\r\n",
                "autor\tenlace\ttexto\n@anna\thttps://social.example/1\t\"It broke, \"\"twice\"\"\nyesterday\"",
                "Odnośnik;Treść;Autor\nhttps://social.example/1;\"It broke, \"\"twice\"\"\nyesterday\";@anna",
                "collegamento , testo , autore\nhttps://social.example/1 , \"It broke, \"\"twice\"\"\nyesterday\" , @anna"
            })
    void shouldReadATableHoweverItIsWritten(String table) {
        assertThat(summaries(CsvPosts.read(table)))
                .containsExactly("2 https://social.example/1 @anna It broke, \"twice\"|yesterday");
    }

    @Test
    void shouldSayAtWhichLineEachRowBegins() {
        // when
        UploadedRows rows = CsvPosts.read("text,followers,mood\n\"one\ntwo\",12000,grim\n\n\nthree,many,\nfour");

        // then
        assertThat(IntStream.range(0, rows.items().size()).map(rows::lineOf)).containsExactly(2, 6, 7);
        assertThat(rows.items().get(0).at("/author/reach").isNumber()).isTrue();
        assertThat(rows.items().get(1).at("/author/reach").asText()).isEqualTo("many");
        assertThat(rows.unread()).containsExactly("mood");
    }

    @Test
    void shouldRefuseATableWithoutText() {
        assertThatThrownBy(() -> CsvPosts.read("link,author\nhttps://social.example/1,@anna"))
                .hasMessageContaining("No column of the table is named \"text\"");
    }

    @Test
    void shouldSayWhereAQuotationIsBroken() {
        assertThatThrownBy(() -> CsvPosts.read("text\nfine\n\"never closed"))
                .hasMessageContaining("can't be read from line 3 on");
        assertThatThrownBy(() -> CsvPosts.read("text,link\nfine,\n\"closed\" too early,x\n"))
                .hasMessageContaining("can't be read from line 3 on");
    }

    @Test
    void shouldRefuseTooManyPosts() {
        // given
        String most =
                IntStream.range(0, 10_000).mapToObj(index -> "post " + index).collect(Collectors.joining("\n"));

        // then
        assertThat(PastedPosts.read(most).items()).hasSize(10_000);
        assertThatThrownBy(() -> PastedPosts.read(most + "\none more"))
                .hasMessage("There are more than 10,000 posts; please bring them in several parts.");
    }

    private static List<String> summaries(UploadedRows rows) {
        return IntStream.range(0, rows.items().size())
                .mapToObj(index -> {
                    ObjectNode item = rows.items().get(index);
                    return "%d %s %s %s"
                            .formatted(
                                    rows.lineOf(index),
                                    item.path("url").asText("-"),
                                    item.at("/author/handle").asText("-"),
                                    item.path("text").asText().replace("\n", "|"));
                })
                .toList();
    }
}
