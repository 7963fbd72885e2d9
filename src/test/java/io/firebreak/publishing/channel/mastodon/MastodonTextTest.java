package io.firebreak.publishing.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MastodonTextTest {

    @Test
    void shouldCountLinksAndMentionsAsTheServerDoes() {
        assertThat(MastodonText.count("See https://brand.example/" + "a".repeat(100) + ".", 23))
                .isEqualTo(4 + 23 + 1);
        assertThat(MastodonText.count("Ask @press@social.example now", 23)).isEqualTo("Ask @press now".length());
        assertThat(MastodonText.count("mail press@brand.example", 23)).isEqualTo("mail press@brand.example".length());
    }

    @Test
    void shouldNeverCountLessThanAServerMight() {
        // given
        String longLink = "http://localhost:8080/" + "a".repeat(40);

        // when / then
        assertThat(MastodonText.count(longLink, 23)).as("no public host").isEqualTo(longLink.length());
        assertThat(MastodonText.count("https://brand.example/recall-of-lot-7", 0))
                .isEqualTo(37);
        assertThat(MastodonText.count("👩‍👩‍👧", 23)).as("code points").isEqualTo(5);
    }

    @Test
    void shouldRecogniseATextInTheServersHtml() {
        // given
        String html =
                "<p>Recall &amp; more</p><p>See <a href=\"https://brand.example/recall\"><span class=\"invisible\">https://</span>"
                        + "<span class=\"ellipsis\">brand.example/re</span><span class=\"invisible\">call</span></a><br />"
                        + "<span class=\"h-card\"><a href=\"#\">@<span>press</span></a></span> <a href=\"#\">#<span>Recall</span></a></p>";

        // when / then
        assertThat(MastodonText.isSame(
                        html, "Recall & more\n\nSee https://brand.example/recall\n@press@social.example #Recall"))
                .isTrue();
        assertThat(MastodonText.isSame(
                        html, "Recall & more\n\nSee https://brand.example/recall\n@press@social.example #Refund"))
                .isFalse();
        assertThat(MastodonText.readable(html))
                .isEqualTo("Recall & more\n\nSee https://brand.example/recall\n@press #Recall");
    }
}
