package io.firebreak.mention;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.firebreak.access.Person;
import io.firebreak.mention.MentionReader.Reading;
import io.firebreak.mention.UploadCheck.Broken;
import io.firebreak.mention.UploadCheck.OfCase;
import io.firebreak.rule.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts that people bring along: looked at first, and then taken in as those of tools are. */
@Service
public class MentionUploads {

    /** More is told to nobody at once. */
    private static final int BROKEN_SHOWN = 100;

    private final MentionReader reader;
    private final UploadDefaults defaults;
    private final KnownMentions knownMentions;
    private final Joining joining;
    private final MentionIntake intake;

    MentionUploads(
            MentionReader reader,
            UploadDefaults defaults,
            KnownMentions knownMentions,
            Joining joining,
            MentionIntake intake) {
        this.reader = reader;
        this.defaults = defaults;
        this.knownMentions = knownMentions;
        this.joining = joining;
        this.intake = intake;
    }

    /**
     * What would be done with the posts.
     *
     * @throws Refusal when they can't be read as a whole, or the person works on no cases
     */
    @Transactional(readOnly = true)
    public UploadCheck check(MentionUpload upload, Person person) {
        person.requireStaff();
        UploadedRows rows = rowsOf(upload);
        Reading reading = reader.read(rows.items());
        Map<String, NewMention> distinct = distinct(reading);
        Map<String, Optional<String>> known = knownMentions.among(distinct.keySet());
        List<NewMention> fresh = distinct.values().stream()
                .filter(mention -> !known.containsKey(mention.identity()))
                .toList();
        return new UploadCheck(
                reading.received(),
                fresh.size(),
                reading.mentions().size() - distinct.size(),
                known.size(),
                reading.refused().size(),
                cases(fresh, known.values()),
                (int) known.values().stream().filter(Optional::isEmpty).count(),
                broken(rows, reading),
                rows.unread());
    }

    /**
     * Takes the posts in, but for the broken ones. Each is kept as evidence, as is one that says something else by now.
     *
     * @throws Refusal when none of them can be taken in, or the person works on no cases
     */
    @Transactional
    public void take(MentionUpload upload, Person person) {
        person.requireStaff();
        UploadedRows rows = rowsOf(upload);
        Reading reading = reader.read(rows.items());
        if (reading.mentions().isEmpty()) {
            Broken first = broken(rows, reading).get(0);
            throw Refusal.invalid(
                    "posts",
                    "None of the posts can be taken in. Line %d: %s".formatted(first.line(), first.sentence()));
        }
        MentionIntake.Receipt receipt = intake.take(reading, person.actor());
        if (receipt.fresh() + receipt.changed() == 0) {
            throw Refusal.conflict("All of these posts were taken in before.");
        }
    }

    private UploadedRows rowsOf(MentionUpload upload) {
        UploadedRows rows =
                switch (upload.form()) {
                    case PASTED -> PastedPosts.read(upload.posts());
                    case CSV -> CsvPosts.read(upload.posts());
                };
        if (rows.items().isEmpty()) {
            throw Refusal.invalid("posts", "There is no post below the first line of the table.");
        }
        rows.items().forEach(item -> defaults.fillIn(item, upload.language()));
        return rows;
    }

    private static Map<String, NewMention> distinct(Reading reading) {
        return reading.mentions().stream()
                .collect(toMap(NewMention::identity, identity(), (first, again) -> first, LinkedHashMap::new));
    }

    private List<OfCase> cases(List<NewMention> fresh, Collection<Optional<String>> known) {
        Map<String, Integer> joined = new HashMap<>();
        joining.find(fresh).forEach(placement -> joined.merge(placement.to().toString(), 1, Integer::sum));
        Map<String, Integer> there = new HashMap<>();
        known.forEach(reference -> reference.ifPresent(one -> there.merge(one, 1, Integer::sum)));
        joined.keySet().forEach(reference -> there.putIfAbsent(reference, 0));
        return there.entrySet().stream()
                .map(entry -> new OfCase(entry.getKey(), joined.getOrDefault(entry.getKey(), 0), entry.getValue()))
                .sorted(Comparator.comparing((OfCase one) -> -one.fresh() - one.known())
                        .thenComparing(OfCase::reference))
                .toList();
    }

    private static List<Broken> broken(UploadedRows rows, Reading reading) {
        return reading.refused().stream()
                .limit(BROKEN_SHOWN)
                .map(refused -> new Broken(rows.lineOf(refused.index()), refused.sentence()))
                .toList();
    }
}
