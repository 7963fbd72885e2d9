package io.firebreak.author;

import io.firebreak.author.AuthorFile.Observation;
import io.firebreak.likeness.Wordprint;
import io.firebreak.mention.Post;
import io.firebreak.rule.LinkFinder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the signals of D4 out of what was written about a brand around an author's post. A real storm looks like one or two
 * of them: many people, one link. Only accounts that act together show several.
 */
final class SignalReader {

    private static final int MOST_SHOWN = 12;
    private static final Pattern LINK = Pattern.compile(LinkFinder.CANDIDATE, Pattern.CASE_INSENSITIVE);
    private static final Pattern TRACKING =
            Pattern.compile("[?&](utm_[a-z]+|fbclid|gclid|igshid)=[^&#]*", Pattern.CASE_INSENSITIVE);

    private final AuthorProperties settings;
    private final Post about;
    private final List<Post> own;
    private final List<Post> around;
    private final List<List<Post>> occasions;
    private final Map<UUID, Wordprint> prints = new HashMap<>();

    /**
     * @param own all known posts of the author, newest first, the one that the case is about among them
     * @param around what everybody wrote within the window before and after that post, oldest first
     * @param occasions for each moment at which the author wrote, what everybody wrote at it
     */
    SignalReader(AuthorProperties settings, Post about, List<Post> own, List<Post> around, List<List<Post>> occasions) {
        this.settings = settings;
        this.about = about;
        this.own = own;
        this.around = around.stream().filter(post -> post.handle() != null).toList();
        this.occasions = occasions;
    }

    /** By the names of the signals, in the order in which a person is asked about them. */
    Map<String, Observation> read() {
        Map<String, Observation> observations = new LinkedHashMap<>();
        observations.put("youngAccount", youngAccount());
        observations.put("nearDuplicates", nearDuplicates());
        observations.put("sharedLinkBurst", sharedLinkBurst());
        observations.put("noOtherTopics", noOtherTopics());
        observations.put("synchronousActivity", synchronousActivity());
        return observations;
    }

    private Observation youngAccount() {
        LocalDate since = about.authorSince();
        if (since == null) {
            return Observation.unknown("The source does not say since when the account exists.");
        }
        LocalDate wrote = LocalDate.ofInstant(about.publishedAt(), ZoneOffset.UTC);
        long days = Math.max(0, since.until(wrote, ChronoUnit.DAYS));
        String words = "The account was %d days old when it wrote (since %s).".formatted(days, since);
        return days < settings.youngAccount().toDays()
                ? new Observation(Signal.YES, words, List.of(about))
                : Observation.no(words);
    }

    private Observation nearDuplicates() {
        if (print(about).words().size() < settings.leastWords()) {
            return Observation.unknown(
                    "The post is too short to be compared: %d words are needed.".formatted(settings.leastWords()));
        }
        List<Post> alike = around.stream().filter(post -> isAlike(post, about)).toList();
        return burst(
                alike,
                "No other account wrote nearly the same within %d min.",
                "%d accounts wrote nearly the same within %s; from %d on it is a signal.");
    }

    private Observation sharedLinkBurst() {
        Set<String> links = linksIn(about.text());
        if (links.isEmpty()) {
            return Observation.no("The post holds no link.");
        }
        List<Post> sharing = around.stream()
                .filter(post -> linksIn(post.text()).stream().anyMatch(links::contains))
                .toList();
        return burst(
                sharing,
                "No other account spread the same link within %d min.",
                "%d accounts spread the same link within %s; from %d on it is a signal.");
    }

    /**
     * @param alone says that nobody else did it, for the minutes of the window
     * @param together says how many did it, in how much time, and from how many on it is a signal
     */
    private Observation burst(List<Post> posts, String alone, String together) {
        List<Post> burst = Bursts.largest(posts, settings.window(), about.publishedAt());
        if (burst.size() < 2) {
            return Observation.no(alone.formatted(settings.window().toMinutes()));
        }
        String words = together.formatted(burst.size(), Bursts.length(burst), settings.accounts());
        return new Observation(burst.size() >= settings.accounts() ? Signal.YES : Signal.NO, words, shown(burst));
    }

    private Observation noOtherTopics() {
        if (own.size() < settings.posts()) {
            return Observation.unknown("Only %d posts of the account are known; from %d on it can be told."
                    .formatted(own.size(), settings.posts()));
        }
        List<Post> same = own.stream().filter(post -> isAlike(post, about)).toList();
        String words = "%d of the account's %d known posts say nearly the same.".formatted(same.size(), own.size());
        return new Observation(same.size() == own.size() ? Signal.YES : Signal.NO, words, shown(same));
    }

    private Observation synchronousActivity() {
        if (occasions.size() < settings.occasions()) {
            return Observation.unknown("The account is known to have written at %d moments; from %d on it can be told."
                    .formatted(occasions.size(), settings.occasions()));
        }
        Map<String, List<Post>> together = new HashMap<>();
        for (List<Post> occasion : occasions) {
            Set<String> there = new HashSet<>();
            occasion.stream()
                    .filter(post -> post.handle() != null && there.add(Bursts.accountOf(post)))
                    .forEach(post -> together.computeIfAbsent(Bursts.accountOf(post), account -> new ArrayList<>())
                            .add(post));
        }
        List<List<Post>> often = together.values().stream()
                .filter(posts -> posts.size() >= settings.occasions())
                .toList();
        String words = "%d accounts wrote within %d s of each other at %d moments or more; from %d on it is a signal."
                .formatted(often.size(), settings.sameMoment().toSeconds(), settings.occasions(), settings.accounts());
        return new Observation(
                often.size() >= settings.accounts() ? Signal.YES : Signal.NO,
                words,
                often.size() < 2
                        ? List.of()
                        : shown(often.stream().flatMap(List::stream).toList()));
    }

    private boolean isAlike(Post post, Post other) {
        Wordprint one = print(post);
        Wordprint two = print(other);
        // twice as many words can't be nearly the same, and need not be compared
        int shorter = Math.min(one.words().size(), two.words().size());
        int longer = Math.max(one.words().size(), two.words().size());
        return longer <= 2 * shorter && one.likeness(two) >= settings.alike();
    }

    private Wordprint print(Post post) {
        return prints.computeIfAbsent(post.id(), id -> Wordprint.of(post.text()));
    }

    private static Set<String> linksIn(String text) {
        Set<String> links = new HashSet<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            links.add(plain(LinkFinder.withoutPunctuation(matcher.group())));
        }
        return links;
    }

    /** Without what tells by which button it was shared. */
    private static String plain(String link) {
        return TRACKING.matcher(link)
                .replaceAll("")
                .replaceFirst("(?i)^https?://(www\\.)?", "")
                .replaceFirst("/$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Post> shown(List<Post> posts) {
        return posts.subList(0, Math.min(posts.size(), MOST_SHOWN));
    }

    /** The moments at which an account wrote: posts less than the window apart are one, its newest. */
    static List<Instant> moments(List<Post> own, Duration window) {
        List<Instant> moments = new ArrayList<>();
        for (Post post : own) {
            Instant last = moments.isEmpty() ? null : moments.get(moments.size() - 1);
            if (last == null || post.publishedAt().plus(window).isBefore(last)) {
                moments.add(post.publishedAt());
            }
        }
        return moments;
    }
}
