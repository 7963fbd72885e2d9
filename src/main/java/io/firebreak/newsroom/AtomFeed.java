package io.firebreak.newsroom;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.firebreak.rule.TextBody;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.springframework.stereotype.Component;

/** The newest statements as Atom (RFC 4287). */
@Component
class AtomFeed {

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    private final NewsroomSettings settings;
    private final HtmlRenderer html;

    AtomFeed(NewsroomSettings settings, HtmlRenderer html) {
        this.settings = settings;
        this.html = html;
    }

    String render(Page.AtomFeed page) {
        Feed feed = new Feed("atom_1.0");
        feed.setId("urn:uuid:" + page.siteId());
        feed.setTitle(html.word("newsroom.of", settings.houseLanguage(), settings.brand()));
        feed.setUpdated(Date.from(updated(page.statements())));
        feed.setAuthors(List.of(brand()));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", Paths.ROOT)));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", Paths.ATOM)));
        feed.setEntries(page.statements().stream().map(this::entry).toList());
        return withLanguages(feed, page.statements());
    }

    /** Without statements nothing ever changed; the element must be there all the same. */
    private static Instant updated(List<PublicStatement> newestFirst) {
        return newestFirst.stream()
                .map(PublicStatement::updatedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private Entry entry(PublicStatement statement) {
        PublishedRelease latest = statement.latest();
        Entry entry = new Entry();
        entry.setId("urn:uuid:" + statement.id());
        entry.setTitle(XmlText.of(latest.title()));
        entry.setPublished(Date.from(statement.publishedAt()));
        entry.setUpdated(Date.from(statement.updatedAt()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", Paths.statement(statement.slug()))));
        entry.setOtherLinks(latest.pictures().stream().map(this::enclosure).toList());
        entry.setContents(List.of(content(latest)));
        if (statement.isCorrected()) {
            entry.setSummary(correction(latest));
            entry.setCategories(List.of(corrected()));
        }
        return entry;
    }

    private Content content(PublishedRelease release) {
        Content content = new Content();
        content.setType(Content.HTML);
        content.setValue(html.body(TextBody.of(XmlText.of(release.body()))));
        return content;
    }

    private Link enclosure(PublishedPicture picture) {
        Link enclosure = link("enclosure", picture.mediaType(), picture.path());
        enclosure.setTitle(XmlText.of(picture.altText()));
        return enclosure;
    }

    private Content correction(PublishedRelease release) {
        Locale language = SiteLanguage.around(Locale.forLanguageTag(release.language()), settings.houseLanguage());
        Content summary = new Content();
        summary.setType(Content.TEXT);
        summary.setValue(html.word("corrected", language) + ": " + XmlText.of(release.correctionNote()));
        return summary;
    }

    private Category corrected() {
        Category category = new Category();
        category.setTerm("corrected");
        category.setLabel(html.word("corrected", settings.houseLanguage()));
        return category;
    }

    private SyndPerson brand() {
        SyndPerson author = new SyndPersonImpl();
        author.setName(XmlText.of(settings.brand()));
        author.setUri(settings.url(Paths.ROOT).toString());
        return author;
    }

    private Link link(String relation, String type, String path) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(settings.url(path).toString());
        return link;
    }

    /** ROME has no place for the language of an entry, so it is written into what ROME makes. */
    private String withLanguages(Feed feed, List<PublicStatement> statements) {
        try {
            org.jdom2.Document document = new WireFeedOutput().outputJDom(feed);
            Element root = document.getRootElement();
            setLanguage(root, settings.houseLanguage().toLanguageTag());
            List<Element> entries = root.getChildren("entry", ATOM);
            for (int index = 0; index < entries.size(); index++) {
                setLanguage(entries.get(index), statements.get(index).latest().language());
            }
            return new XMLOutputter(Format.getCompactFormat().setTextMode(Format.TextMode.PRESERVE))
                    .outputString(document);
        } catch (FeedException failure) {
            throw new IllegalStateException("The Atom feed can't be made", failure);
        }
    }

    private static void setLanguage(Element element, String tag) {
        element.setAttribute("lang", tag, Namespace.XML_NAMESPACE);
    }
}
