package io.firebreak.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.author.AuthorFile.Observation;
import io.firebreak.mention.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What the signals say about accounts that act together, and about people who have the same trouble at the same time. Made
 * up for this project; the random numbers begin at a fixed seed.
 */
class SignalReaderTest {

    private static final AuthorProperties CUT_OFFS = new AuthorProperties(
            Duration.ofDays(30),
            5,
            Duration.ofMinutes(10),
            0.8,
            5,
            Duration.ofSeconds(60),
            3,
            3,
            Duration.ofDays(30),
            Duration.ofDays(400));

    /** As the table AuthorVerification has it. */
    private static final long SIGNALS_OF_SUSPICION = 3;

    private static final Instant NOON = Instant.parse("2026-05-30T12:00:00Z");
    private static final LocalDate OLD = LocalDate.of(2019, 3, 1);
    private static final LocalDate YOUNG = LocalDate.of(2026, 5, 20);
    private static final String NEWS = "https://news.example/2026/05/30/network-down-since-morning";

    private final Random random = new Random(20260530);
    private final List<Post> everything = new ArrayList<>();

    @Test
    void shouldSuspectAccountsThatActTogether() {
        // given
        List<String> accounts = coordinated(8);

        // when
        long suspected = accounts.stream().filter(this::isSuspected).count();

        // then
        assertThat(suspected).isEqualTo(8);
        assertThat(read("bot0").get("nearDuplicates").words()).startsWith("8 accounts wrote nearly the same within ");
        assertThat(read("bot0").get("nearDuplicates").posts()).hasSize(8);
    }

    @Test
    void shouldSuspectNobodyInAStormOfCustomersWhoShareOneArticle() {
        // given
        List<String> customers = storm(400);

        // when
        List<String> suspected = customers.stream().filter(this::isSuspected).toList();

        // then
        assertThat(suspected).isEmpty();
        assertThat(customers.stream()
                        .filter(customer ->
                                read(customer).get("sharedLinkBurst").answer() == Signal.YES)
                        .count())
                .as("one signal is there")
                .isGreaterThan(100);
    }

    @Test
    void shouldTellThoseWhoActTogetherFromTheCustomersAroundThem() {
        // given
        List<String> customers = storm(400);
        List<String> accounts = coordinated(12);

        // when
        long found = accounts.stream().filter(this::isSuspected).count();
        long wrong = customers.stream().filter(this::isSuspected).count();

        // then
        System.out.printf(
                "Author signals: %d of %d accounts that act together found, %d of %d customers suspected%n",
                found, accounts.size(), wrong, customers.size());
        assertThat(found).isEqualTo(12);
        assertThat(wrong).isZero();
    }

    @Test
    void shouldNotTakeASloganForACopiedText() {
        // given
        for (int person = 0; person < 50; person++) {
            add("fan" + person, OLD, NOON.plusSeconds(person), "#Boycott them all!");
        }

        // when, then
        assertThat(read("fan7").get("nearDuplicates").answer()).isEqualTo(Signal.UNKNOWN);
    }

    @Test
    void shouldCountNobodyTwiceAndNothingOutsideOfTheWindow() {
        // given
        String text = "This shop sells rotten fish, never go there again, ask the people who were ill";
        for (int post = 0; post < 9; post++) {
            add("loud", OLD, NOON.plusSeconds(post), text);
        }
        for (int person = 0; person < 9; person++) {
            add("later" + person, OLD, NOON.plusSeconds(11 * 60 + person), text);
        }

        // when
        Observation seen = read("loud").get("nearDuplicates");

        // then
        assertThat(seen.answer()).isEqualTo(Signal.NO);
    }

    @Test
    void shouldSayWhatIsNotKnown() {
        // given
        add("alone", null, NOON, "The bread that I bought this morning was stale.");

        // when
        Map<String, Observation> seen = read("alone");

        // then
        assertThat(seen)
                .extractingByKey("youngAccount")
                .extracting(Observation::answer)
                .isEqualTo(Signal.UNKNOWN);
        assertThat(seen)
                .extractingByKey("noOtherTopics")
                .extracting(Observation::answer)
                .isEqualTo(Signal.UNKNOWN);
        assertThat(seen)
                .extractingByKey("synchronousActivity")
                .extracting(Observation::answer)
                .isEqualTo(Signal.UNKNOWN);
        assertThat(seen)
                .extractingByKey("nearDuplicates")
                .extracting(Observation::answer)
                .isEqualTo(Signal.NO);
        assertThat(seen)
                .extractingByKey("sharedLinkBurst")
                .extracting(Observation::answer)
                .isEqualTo(Signal.NO);
    }

    @Test
    void shouldReadTenThousandPostsAroundOne() {
        // given
        storm(10_000);

        // when
        long begun = System.nanoTime();
        Map<String, Observation> seen = read("customer5000");

        // then
        System.out.printf(
                "Author signals: 10,000 posts around one read in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        assertThat(seen).hasSize(5);
    }

    /** One text, changed a little for each account, at the same moments of three days. */
    private List<String> coordinated(int accounts) {
        String[] openings = {"Warning:", "Please share!", "Unbelievable.", "Everybody should know:"};
        List<String> names = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            String name = "bot" + account;
            names.add(name);
            for (int day = 2; day >= 0; day--) {
                String text =
                        "%s this company poisons its own customers and hides the tests from the ministry, number %d proves it %s"
                                .formatted(
                                        openings[account % openings.length],
                                        account,
                                        "https://leaks.example/tests?utm_source=s" + account);
                add(
                        name,
                        account % 2 == 0 ? YOUNG : OLD,
                        NOON.minus(Duration.ofDays(day)).plusSeconds(random.nextInt(50)),
                        text);
            }
        }
        return names;
    }

    /** People without a network: own words, half of them with the same article, some with new accounts, some write again. */
    private List<String> storm(int people) {
        List<String> names = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String name = "customer" + person;
            names.add(name);
            int posts = 1 + random.nextInt(3);
            LocalDate since = random.nextInt(6) == 0 ? YOUNG : OLD;
            for (int post = 0; post < posts; post++) {
                String text = ownWords() + (random.nextBoolean() ? " " + NEWS : "");
                add(name, since, NOON.minusSeconds(3_600L * post).plusSeconds(random.nextInt(600)), text);
            }
        }
        return names;
    }

    private String ownWords() {
        String[] who = {
            "My mother",
            "I",
            "Our whole street",
            "The shop downstairs",
            "My boss",
            "Half of Seville",
            "The school of my kids",
            "My flatmate",
            "Nobody in this office",
            "Everyone I know",
            "My doctor's practice",
            "We on the third floor"
        };
        String[] what = {
            "has had no signal since seven",
            "can't call anybody",
            "sits here without internet",
            "lost the line in the middle of a talk",
            "pays forty a month for silence",
            "gets nothing but an error",
            "had to walk to the neighbours to phone",
            "waits for a technician again",
            "can't take cards today",
            "missed an interview because of it",
            "is cut off",
            "has restarted the router nine times"
        };
        String[] why = {
            "and the hotline plays music",
            "while the site says all is fine",
            "for the third time this spring",
            "and no word from you",
            "on the one day that matters",
            "although you promised it was repaired",
            "and I work from home",
            "just when the kids have exams",
            "and my father has an alarm button",
            "and the bill came yesterday, of course",
            "which is ridiculous in 2026",
            "so much for fibre"
        };
        String[] wish = {
            "When will it work?",
            "I want my money back.",
            "Say something!",
            "Is anybody there?",
            "I am looking at other companies.",
            "Please, at least an hour.",
            "Thanks for nothing.",
            "Not acceptable.",
            "Tell us the truth.",
            "Shame.",
            "Any news?",
            "Does anyone know more?"
        };
        return "%s %s %s. %s".formatted(one(who), one(what), one(why), one(wish));
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private void add(String account, LocalDate since, Instant at, String text) {
        everything.add(new Post(
                UUID.nameUUIDFromBytes((account + everything.size()).getBytes()),
                "mastodon",
                "post" + everything.size(),
                "post" + everything.size(),
                account,
                since,
                at,
                text,
                null));
    }

    private boolean isSuspected(String account) {
        return read(account).values().stream()
                        .filter(seen -> seen.answer() == Signal.YES)
                        .count()
                >= SIGNALS_OF_SUSPICION;
    }

    /** As AuthorFiles does, out of everything instead of the database; the newest post is what the case is about. */
    private Map<String, Observation> read(String account) {
        List<Post> own = everything.stream()
                .filter(post -> post.handle().equals(account))
                .sorted(Comparator.comparing(Post::publishedAt).reversed())
                .toList();
        Post about = own.get(0);
        List<List<Post>> occasions = SignalReader.moments(own, CUT_OFFS.window()).stream()
                .map(moment -> around(moment, CUT_OFFS.sameMoment()))
                .toList();
        return new SignalReader(CUT_OFFS, about, own, around(about.publishedAt(), CUT_OFFS.window()), occasions).read();
    }

    private List<Post> around(Instant moment, Duration window) {
        return everything.stream()
                .filter(post -> !post.publishedAt().isBefore(moment.minus(window))
                        && !post.publishedAt().isAfter(moment.plus(window)))
                .sorted(Comparator.comparing(Post::publishedAt))
                .toList();
    }
}
