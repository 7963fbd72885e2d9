package io.firebreak.author;

import io.firebreak.author.AuthorFile.Observation;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.mention.Post;
import io.firebreak.mention.Posts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what can be seen of the author of a case's post. It reads what is kept, for a bounded time, and keeps nothing. */
@Service
public class AuthorFiles {

    /** So many posts around one are read: more within a few minutes is a storm that can be told without the rest. */
    private static final int MOST_AROUND = 10_000;

    private static final int MOST_OWN = 200;
    private static final int MOST_MOMENTS = 20;
    private static final int MOST_AT_A_MOMENT = 500;

    private static final List<String> SIGNALS =
            List.of("youngAccount", "nearDuplicates", "sharedLinkBurst", "noOtherTopics", "synchronousActivity");

    private final Posts posts;
    private final Cases cases;
    private final CustomerRecords records;
    private final AuthorProperties settings;

    AuthorFiles(Posts posts, Cases cases, CustomerRecords records, AuthorProperties settings) {
        this.posts = posts;
        this.cases = cases;
        this.records = records;
        this.settings = settings;
    }

    /** What can be seen of who wrote the post that a case is about. */
    @Transactional(readOnly = true)
    public AuthorFile of(CaseReference reference) {
        CrisisCase crisisCase = cases.get(reference);
        Post about =
                posts.about(reference).filter(post -> post.handle() != null).orElse(null);
        String words = crisisCase.report().description();
        if (about == null) {
            return new AuthorFile(null, nothingKnown(), records.matching(null, null, words));
        }
        return new AuthorFile(
                about,
                read(crisisCase.brand(), about),
                records.matching(about.handle(), about.source(), words + "\n" + about.text()));
    }

    private Map<String, Observation> read(String brand, Post about) {
        Instant at = about.publishedAt();
        List<Post> own = posts.of(brand, about.source(), about.handle(), at.minus(settings.lookBack()), MOST_OWN);
        List<Post> around = posts.between(brand, at.minus(settings.window()), at.plus(settings.window()), MOST_AROUND);
        List<List<Post>> occasions = SignalReader.moments(own, settings.window()).stream()
                .limit(MOST_MOMENTS)
                .map(moment -> posts.between(
                        brand,
                        moment.minus(settings.sameMoment()),
                        moment.plus(settings.sameMoment()),
                        MOST_AT_A_MOMENT))
                .toList();
        return new SignalReader(settings, about, own, around, occasions).read();
    }

    private static Map<String, Observation> nothingKnown() {
        Map<String, Observation> observations = new LinkedHashMap<>();
        SIGNALS.forEach(signal -> observations.put(
                signal, Observation.unknown("No post of this author is kept; please look for yourself.")));
        return observations;
    }
}
