package io.firebreak.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What stands on the pages and in the feeds. */
class SiteBuilderTest {

    private static final String ATOM_NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final UUID SITE = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID STATEMENT = UUID.fromString("aaaaaaaa-2222-4333-8444-555555555555");
    private static final String HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> \" onmouseover=\"x"
            + " javascript:alert(3) https://ok.example/a?b=1&c=2. data:text/html,x [[${7*7}]] ${7*7} #{7*7}";

    private final SiteBuilder builder = builder(
            new NewsroomSettings("Żółw & Söhne <b>", "https://news.example.com", Locale.ENGLISH, ZoneOffset.UTC));

    private long position;

    @Test
    void shouldWelcomeReadersBeforeTheFirstStatement() {
        // when
        Document index = html(site(List.of()), "/newsroom");

        // then
        assertThat(index.select("main h1").text()).isEqualTo("Official statements");
        assertThat(index.text()).contains("There is no statement yet");
        assertThat(index.select("html").attr("lang")).isEqualTo("en");
        assertThat(index.select("link[rel=alternate]").eachAttr("type"))
                .containsExactly("application/atom+xml", "application/feed+json");
    }

    @Test
    void shouldShowAStatementForReadersAndMachines() {
        // when
        Document page =
                html(site(List.of(release("it", "Richiamo dei biscotti", "Primo.\nRiga.\n\nSecondo."))), pathOf(1));

        // then
        assertThat(page.select("html").attr("lang")).isEqualTo("it");
        assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
        assertThat(page.select("h1").eachText()).containsExactly("Richiamo dei biscotti");
        assertThat(page.select("[itemtype=https://schema.org/NewsArticle] [itemprop=headline]")
                        .text())
                .isEqualTo("Richiamo dei biscotti");
        assertThat(page.select("[itemprop=articleBody] p").eachText()).containsExactly("Primo. Riga.", "Secondo.");
        assertThat(page.select("[itemprop=articleBody] br")).hasSize(1);
        assertThat(page.select("time[itemprop=datePublished]").attr("datetime")).isEqualTo("2026-08-01T10:00:00Z");
        assertThat(page.select("time[itemprop=datePublished]").text()).isEqualTo("1 agosto 2026, 10:00 UTC");
        assertThat(page.select("[itemprop=dateModified]").attr("content")).isEqualTo("2026-08-01T10:00:00Z");
        assertThat(page.select("[itemprop=inLanguage]").attr("content")).isEqualTo("it");
        assertThat(page.select("[itemprop='author publisher'] [itemprop=name]").text())
                .isEqualTo("Żółw & Söhne <b>");
        assertThat(page.select(".kicker").text()).isEqualTo("Comunicato ufficiale");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://news.example.com" + pathOf(1));
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
        assertThat(page.select("body > *").first().attr("href")).isEqualTo("#content");
        assertThat(page.select("main#content, body > header, body > footer")).hasSize(3);
        assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
    }

    @Test
    void shouldKeepEarlierVersionsAndSayWhatWasCorrected() {
        // given
        Snapshot site = site(List.of(
                release("en", "Ten pieces", "Ten."), correction(2, "Twelve pieces", "Twelve.", "It was not ten.")));

        // when
        Document present = html(site, pathOf(1));
        Document earlier = html(site, pathOf(1) + "/versions/1");

        // then
        assertThat(present.select("h1").text()).isEqualTo("Twelve pieces");
        assertThat(present.select("[itemprop=correction]").text()).isEqualTo("It was not ten.");
        assertThat(present.select("time[itemprop=dateModified]").attr("datetime"))
                .isEqualTo("2026-08-02T10:00:00Z");
        assertThat(present.select(".history a").eachAttr("href")).containsExactly(pathOf(1) + "/versions/1");
        assertThat(present.select("meta[name=robots]")).isEmpty();
        assertThat(earlier.select("h1").text()).isEqualTo("Ten pieces");
        assertThat(earlier.select(".superseded").text()).contains("version 1, which was corrected later");
        assertThat(earlier.select(".superseded a").attr("href")).isEqualTo(pathOf(1));
        assertThat(earlier.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(earlier.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://news.example.com" + pathOf(1));
        assertThat(site.at(pathOf(1) + "/versions/2")).isEmpty();
        assertThat(html(site, "/newsroom").select(".mark").text()).contains("Corrected", "August 2, 2026");
    }

    @Test
    void shouldWriteRightToLeftWhereTheLanguageDoes() {
        // given
        Snapshot site = site(List.of(release("ar", "بيان رسمي", "نحقق في الأمر.")));

        // when
        Document page = html(site, pathOf(1));
        Document index = html(site, "/newsroom");

        // then
        assertThat(page.select("html").attr("lang")).isEqualTo("ar");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select(".kicker").attr("lang")).isEqualTo("en");
        assertThat(page.select(".kicker bdi").text()).isEqualTo("Official statement");
        assertThat(index.select("html").attr("dir")).isEqualTo("ltr");
        assertThat(index.select("h2 a").attr("lang")).isEqualTo("ar");
        assertThat(index.select("h2 a").attr("dir")).isEqualTo("auto");
    }

    @Test
    void shouldShowHostileTextAsText() throws Exception {
        // given
        Snapshot site = site(
                List.of(release("en", HOSTILE, HOSTILE), correction(2, HOSTILE, HOSTILE + "\n\n" + HOSTILE, HOSTILE)));

        for (String path : List.of("/newsroom", pathOf(1), pathOf(1) + "/versions/1")) {
            // when
            Document page = html(site, path);

            // then
            assertThat(page.select("script, img, [onerror], [onmouseover], b")).isEmpty();
            assertThat(page.select("a").eachAttr("href"))
                    .allMatch(href -> href.startsWith("/newsroom")
                            || href.startsWith("#")
                            || href.equals("https://ok.example/a?b=1&c=2"));
            assertThat(page.text()).contains("<script>alert(1)</script> <img src=x onerror=alert(2)>", "${7*7}");
        }
        Document page = html(site, pathOf(1));
        assertThat(page.select("[itemprop=articleBody] a[rel='nofollow noopener']")
                        .eachText())
                .containsExactly("https://ok.example/a?b=1&c=2", "https://ok.example/a?b=1&c=2");
        Element entry = (Element)
                atom(site).getElementsByTagNameNS(ATOM_NAMESPACE, "entry").item(0);
        assertThat(text(entry, "title")).isEqualTo(HOSTILE);
        assertThat(Jsoup.parse(text(entry, "content")).select("script, img, [onerror]"))
                .isEmpty();
        JsonNode item = json(site).get("items").get(0);
        assertThat(item.get("title").asText()).isEqualTo(HOSTILE);
        assertThat(item.get("content_text").asText()).isEqualTo(HOSTILE + "\n\n" + HOSTILE);
        assertThat(Jsoup.parse(item.get("content_html").asText()).select("script, img, [onerror]"))
                .isEmpty();
    }

    @Test
    void shouldMakeAnAtomFeedAsRfc4287Wants() throws Exception {
        // given
        Snapshot site = site(List.of(release("pl", "Oświadczenie", "Treść.")));

        // when
        Element feed = atom(site);
        Element entry =
                (Element) feed.getElementsByTagNameNS(ATOM_NAMESPACE, "entry").item(0);

        // then
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM_NAMESPACE);
        assertThat(text(feed, "id")).isEqualTo("urn:uuid:" + SITE);
        assertThat(text(feed, "title")).isEqualTo("Żółw & Söhne <b> · Newsroom");
        assertThat(text(feed, "updated")).isEqualTo("2026-08-01T10:00:00Z");
        assertThat(text(
                        (Element) feed.getElementsByTagNameNS(ATOM_NAMESPACE, "author")
                                .item(0),
                        "name"))
                .isEqualTo("Żółw & Söhne <b>");
        assertThat(link(feed, "self")).isEqualTo("https://news.example.com/newsroom/feed.atom");
        assertThat(link(feed, "alternate")).isEqualTo("https://news.example.com/newsroom");
        assertThat(text(entry, "id")).isEqualTo("urn:uuid:" + STATEMENT);
        assertThat(text(entry, "title")).isEqualTo("Oświadczenie");
        assertThat(text(entry, "published")).isEqualTo("2026-08-01T10:00:00Z");
        assertThat(text(entry, "updated")).isEqualTo("2026-08-01T10:00:00Z");
        assertThat(link(entry, "alternate")).isEqualTo("https://news.example.com" + pathOf(1));
        assertThat(text(entry, "content")).isEqualTo("<p dir=\"auto\">Treść.</p>");
        assertThat(((Element) entry.getElementsByTagNameNS(ATOM_NAMESPACE, "content")
                                .item(0))
                        .getAttribute("type"))
                .isEqualTo("html");
        assertThat(entry.getAttribute("xml:lang")).isEqualTo("pl");
        SyndFeed read = new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(
                        site.at("/newsroom/feed.atom").orElseThrow().bytes())));
        assertThat(read.getEntries()).hasSize(1);
    }

    @Test
    void shouldTellFeedReadersOfACorrection() throws Exception {
        // given
        Snapshot before = site(List.of(release("en", "Ten", "Ten.")));
        Element entryBefore = (Element)
                atom(before).getElementsByTagNameNS(ATOM_NAMESPACE, "entry").item(0);

        // when
        Snapshot after =
                builder.next(before, new News(List.of(correction(2, "Twelve", "Twelve.", "Not ten.")), List.of()));

        // then
        Element entry = (Element)
                atom(after).getElementsByTagNameNS(ATOM_NAMESPACE, "entry").item(0);
        assertThat(text(entry, "id")).isEqualTo(text(entryBefore, "id"));
        assertThat(text(entry, "published")).isEqualTo(text(entryBefore, "published"));
        assertThat(text(entry, "updated")).isEqualTo("2026-08-02T10:00:00Z");
        assertThat(text(entry, "summary")).isEqualTo("Corrected: Not ten.");
        assertThat(text(atom(after), "updated")).isEqualTo("2026-08-02T10:00:00Z");
        assertThat(json(after).get("items").get(0).get("date_modified").asText())
                .isEqualTo("2026-08-02T10:00:00Z");
    }

    @Test
    void shouldMakeValidFeedsOfNothing() throws Exception {
        // when
        Snapshot site = site(List.of());

        // then
        assertThat(text(atom(site), "updated")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json(site).get("items").isArray()).isTrue();
        assertThat(json(site).get("items")).isEmpty();
    }

    @Test
    void shouldMakeAJsonFeedOfVersion11() throws Exception {
        // when
        JsonNode feed = json(site(List.of(release("es", "Comunicado", "Uno.\n\nDos 😀."))));

        // then
        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("title").asText()).isEqualTo("Żółw & Söhne <b> · Newsroom");
        assertThat(feed.get("home_page_url").asText()).isEqualTo("https://news.example.com/newsroom");
        assertThat(feed.get("feed_url").asText()).isEqualTo("https://news.example.com/newsroom/feed.json");
        assertThat(feed.get("authors").get(0).get("name").asText()).isEqualTo("Żółw & Söhne <b>");
        JsonNode item = feed.get("items").get(0);
        assertThat(item.get("id").asText()).isEqualTo("urn:uuid:" + STATEMENT);
        assertThat(item.get("url").asText()).isEqualTo("https://news.example.com" + pathOf(1));
        assertThat(item.get("content_html").asText()).isEqualTo("<p dir=\"auto\">Uno.</p><p dir=\"auto\">Dos 😀.</p>");
        assertThat(item.get("content_text").asText()).isEqualTo("Uno.\n\nDos 😀.");
        assertThat(OffsetDateTime.parse(item.get("date_published").asText())).isEqualTo("2026-08-01T10:00:00Z");
        assertThat(item.get("language").asText()).isEqualTo("es");
    }

    @Test
    void shouldSurviveCharactersThatXmlCannotHold() throws Exception {
        // when
        Snapshot site = site(List.of(release("en", "Bell \u0007", "\uD800 and \uFFFE and \u0001")));

        // then
        Element entry = (Element)
                atom(site).getElementsByTagNameNS(ATOM_NAMESPACE, "entry").item(0);
        assertThat(text(entry, "title")).isEqualTo("Bell \uFFFD");
    }

    @Test
    void shouldShowTwentyStatementsOnAPage() {
        // given
        List<PublishedRelease> releases = new ArrayList<>();
        for (int number = 1; number <= 41; number++) {
            releases.add(new PublishedRelease(
                    number,
                    UUID.randomUUID(),
                    "slug-" + number,
                    1,
                    "en",
                    "Title " + number,
                    "Body.",
                    null,
                    List.of(),
                    Instant.EPOCH,
                    null));
        }

        // when
        Snapshot site = builder.next(Snapshot.NOTHING, new News(releases, List.of()));

        // then
        assertThat(html(site, "/newsroom").select("h2").eachText())
                .hasSize(20)
                .startsWith("Title 41")
                .endsWith("Title 22");
        assertThat(html(site, "/newsroom").select("nav a[rel=next]").attr("href"))
                .isEqualTo("/newsroom/pages/2");
        assertThat(html(site, "/newsroom/pages/2").select("nav a").eachAttr("href"))
                .containsExactly("/newsroom", "/newsroom/pages/3");
        assertThat(html(site, "/newsroom/pages/3").select("h2").eachText()).containsExactly("Title 1");
        assertThat(site.at("/newsroom/pages/4")).isEmpty();
        assertThat(site.at("/newsroom/pages/1")).isEmpty();
    }

    @Test
    void shouldDrawOnlyWhatChanged() {
        // given
        Snapshot before = site(List.of(release("en", "Stays", "As it is.")));
        PublishedRelease other = new PublishedRelease(
                ++position, UUID.randomUUID(), "other", 1, "en", "Other", "New.", null, List.of(), Instant.EPOCH, null);

        // when
        Snapshot after = builder.next(before, new News(List.of(other), List.of()));

        // then
        assertThat(after.at(pathOf(1)).orElseThrow())
                .isSameAs(before.at(pathOf(1)).orElseThrow());
        assertThat(after.at("/newsroom/style.css").orElseThrow())
                .isSameAs(before.at("/newsroom/style.css").orElseThrow());
        assertThat(after.at("/newsroom").orElseThrow().etag())
                .isNotEqualTo(before.at("/newsroom").orElseThrow().etag());
    }

    @ParameterizedTest
    @CsvSource({
        "en,Official statements",
        "es,Comunicados oficiales",
        "it,Comunicati ufficiali",
        "pl,Oficjalne oświadczenia"
    })
    void shouldSpeakTheHouseLanguageOnTheIndex(String language, String heading) {
        // given
        SiteBuilder house = builder(new NewsroomSettings(
                "Brand", "https://news.example.com", Locale.forLanguageTag(language), ZoneOffset.UTC));

        // when
        Document index = html(house.next(Snapshot.NOTHING, new News(List.of(), List.of())), "/newsroom");

        // then
        assertThat(index.select("html").attr("lang")).isEqualTo(language);
        assertThat(index.select("h1").text()).isEqualTo(heading);
        assertThat(index.html()).doesNotContain("??");
    }

    @Test
    void shouldShowPicturesWithTheirDescriptionsInPagesAndFeeds() {
        // given
        PublishedPicture picture = new PublishedPicture("image/png", "The <cracked> kettle", 640, 480, "abc");

        // when
        Snapshot site = site(List.of(release("en", "Title", "Body.").with(List.of(picture))));

        // then
        org.jsoup.nodes.Element shown = html(site, pathOf(1)).selectFirst("img");
        assertThat(shown.attr("alt")).isEqualTo("The <cracked> kettle");
        assertThat(shown.attr("src")).isEqualTo("/newsroom/pictures/abc.png");
        io.firebreak.newsroom.Document bytes =
                site.at("/newsroom/pictures/abc.png").orElseThrow();
        assertThat(bytes.contentType()).isEqualTo("image/png");
        assertThat(bytes.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("abc");
        assertThat(text(site, "/newsroom/feed.json")).contains("/newsroom/pictures/abc.png", "The <cracked> kettle");
        assertThat(text(site, "/newsroom/feed.atom")).contains("rel=\"enclosure\"", "/newsroom/pictures/abc.png");
    }

    private static SiteBuilder builder(NewsroomSettings settings) {
        HtmlRenderer html = new HtmlRenderer(settings);
        PageRenderer renderer =
                new PageRenderer(html, new AtomFeed(settings, html), new JsonFeed(settings, html), new Pictures());
        return new SiteBuilder(SITE, renderer, Clock.fixed(Instant.parse("2026-08-03T00:00:00Z"), ZoneOffset.UTC));
    }

    private Snapshot site(List<PublishedRelease> releases) {
        return builder.next(Snapshot.NOTHING, new News(releases, List.of()));
    }

    private PublishedRelease release(String language, String title, String body) {
        return new PublishedRelease(
                ++position,
                STATEMENT,
                "slug-1",
                1,
                language,
                title,
                body,
                null,
                List.of(),
                Instant.parse("2026-08-01T10:00:00Z"),
                null);
    }

    private PublishedRelease correction(int version, String title, String body, String note) {
        return new PublishedRelease(
                ++position,
                STATEMENT,
                "slug-1",
                version,
                "en",
                title,
                body,
                note,
                List.of(),
                Instant.parse("2026-08-02T10:00:00Z"),
                null);
    }

    private static String pathOf(int number) {
        return "/newsroom/slug-" + number;
    }

    private static Document html(Snapshot site, String path) {
        return Jsoup.parse(text(site, path));
    }

    private static String text(Snapshot site, String path) {
        return new String(site.at(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Snapshot site) throws Exception {
        return new ObjectMapper()
                .readTree(site.at("/newsroom/feed.json").orElseThrow().bytes());
    }

    private static Element atom(Snapshot site) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        byte[] bytes = site.at("/newsroom/feed.atom").orElseThrow().bytes();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    /** The text of the one child of this name. */
    private static String text(Element parent, String name) {
        List<String> texts = new ArrayList<>();
        NodeList children = parent.getChildNodes();
        for (int index = 0; index < children.getLength(); index++) {
            if (name.equals(children.item(index).getLocalName())) {
                texts.add(children.item(index).getTextContent());
            }
        }
        assertThat(texts).as(name).hasSize(1);
        return texts.get(0);
    }

    private static String link(Element parent, String relation) {
        NodeList children = parent.getChildNodes();
        for (int index = 0; index < children.getLength(); index++) {
            if (children.item(index) instanceof Element child
                    && "link".equals(child.getLocalName())
                    && relation.equals(child.getAttribute("rel"))) {
                return child.getAttribute("href");
            }
        }
        return null;
    }

    /** Gives each picture its own address as bytes. */
    private static final class Pictures extends NewsroomStore {

        Pictures() {
            super(null);
        }

        @Override
        byte[] pictureBytes(String sha256) {
            return sha256.getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Test
    void shouldSayWhyInThePlaceOfWhatWasTakenDown() {
        // given
        PublishedRelease first = release("en", "Anna Smith lied", "She lied.");
        PublishedRelease second = correction(2, "Anna Smith did not lie", "She did not.", "We were wrong.");
        PublishedTakeDown takeDown = new PublishedTakeDown(
                ++position,
                STATEMENT,
                null,
                "en",
                "A court had this removed",
                "It named a person.",
                Instant.parse("2026-08-03T10:00:00Z"));

        // when
        Snapshot site = builder.next(
                builder.next(Snapshot.NOTHING, new News(List.of(first, second), List.of())),
                new News(List.of(), List.of(takeDown)));

        // then
        for (String path : List.of(
                "/newsroom", pathOf(1), pathOf(1) + "/versions/1", "/newsroom/feed.atom", "/newsroom/feed.json")) {
            String page = new String(site.at(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
            assertThat(page).as(path).doesNotContain("Anna Smith", "She lied", "She did not", "We were wrong");
            assertThat(page).as(path).contains("A court had this removed");
        }
        assertThat(html(site, pathOf(1)).text())
                .contains("This text stands in the place of another", "It named a person.");
        assertThat(site.position()).isEqualTo(takeDown.position());
    }

    @Test
    void shouldSayOnTheStatementsPageWhatWasTakenDownElsewhere() {
        // given
        PublishedRelease first = release("en", "The kettle", "It cracked.");
        PublishedTakeDown takeDown = new PublishedTakeDown(
                ++position, STATEMENT, "social", "en", "Removed there", "<b>The network</b> asked.", Instant.EPOCH);

        // when
        Snapshot site = builder.next(Snapshot.NOTHING, new News(List.of(first), List.of(takeDown)));

        // then
        assertThat(html(site, pathOf(1)).text())
                .contains(
                        "It cracked.",
                        "On social this statement had to be taken down",
                        "Removed there",
                        "<b>The network</b> asked.");
    }

    @Test
    void shouldShowWhatIsReleasedAfterATakeDown() {
        // given
        PublishedRelease first = release("en", "Anna Smith lied", "She lied.");
        PublishedTakeDown takeDown = new PublishedTakeDown(
                ++position, STATEMENT, null, "en", "Removed", "A court ordered it.", Instant.EPOCH);
        PublishedRelease later = correction(2, "What we know", "It cracked.", "No names.");

        // when
        Snapshot site = builder.next(Snapshot.NOTHING, new News(List.of(first, later), List.of(takeDown)));

        // then
        assertThat(html(site, pathOf(1)).text())
                .contains("What we know", "It cracked.")
                .doesNotContain("Anna");
        assertThat(html(site, pathOf(1) + "/versions/1").text())
                .contains("A court ordered it.")
                .doesNotContain("She lied");
    }
}
