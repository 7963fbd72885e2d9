package io.firebreak.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.review.NewLesson.NewMeasure;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lessons as a form hands them in: a JSON list of objects with {@code area}, {@code finding}, and either
 * {@code measure} ({@code title}, {@code owner}, {@code dueOn}) or {@code noMeasureReason}.
 */
@Component
public class LessonReader {

    /** The name under which they are handed in. */
    public static final String INPUT = "lessons";

    private static final int MOST = 20;
    private static final TextRule FINDING = TextRule.text(INPUT, "What was learnt", 2_000);
    private static final TextRule TITLE = TextRule.line(INPUT, "The title of the measure", 200);
    private static final TextRule NO_MEASURE_REASON = TextRule.text(INPUT, "The reason for no measure", 2_000);

    private final ObjectMapper json;
    private final MeasureRules rules;

    LessonReader(ObjectMapper json, MeasureRules rules) {
        this.json = json;
        this.rules = rules;
    }

    record Written(String area, String finding, WrittenMeasure measure, String noMeasureReason) {}

    record WrittenMeasure(String title, String owner, String dueOn) {}

    /**
     * @throws Refusal that names all that is wrong, each with the number of the lesson
     */
    public List<NewLesson> read(String text) {
        List<Written> written = parsed(text);
        if (written.isEmpty() || written.size() > MOST) {
            throw Refusal.invalid(
                    INPUT,
                    written.isEmpty()
                            ? "There is no lesson yet; please note at least one."
                            : "There are %d lessons, at most %d are taken; please put some together."
                                    .formatted(written.size(), MOST));
        }
        Problems problems = new Problems();
        List<NewLesson> lessons = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            lessons.add(lesson(index + 1, written.get(index), problems));
        }
        problems.refuseIfAny();
        return lessons;
    }

    private List<Written> parsed(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            List<Written> written = json.readerFor(new TypeReference<List<Written>>() {})
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
            if (written != null && written.stream().allMatch(Objects::nonNull)) {
                return written;
            }
        } catch (JsonProcessingException unreadable) {
            // the sentence below says what to do
        }
        throw Refusal.invalid(
                INPUT,
                "The lessons can't be read; please give a JSON list of objects with area, finding, and either measure"
                        + " (title, owner, dueOn) or noMeasureReason.");
    }

    private NewLesson lesson(int number, Written written, Problems problems) {
        Area area = problems.collect(() -> numbered(number, () -> area(written.area())));
        String finding = problems.collect(() -> numbered(number, () -> FINDING.require(written.finding())));
        boolean reasoned = NO_MEASURE_REASON.clean(written.noMeasureReason()) != null;
        if (reasoned == (written.measure() != null)) {
            problems.collect(() -> numbered(number, () -> {
                throw Refusal.invalid(
                        INPUT,
                        reasoned
                                ? "There is a measure and a reason for none; please leave out one of them."
                                : "It has neither a measure nor a reason for none; please give one of them.");
            }));
            return null;
        }
        if (reasoned) {
            return new NewLesson(
                    area,
                    finding,
                    null,
                    problems.collect(
                            () -> numbered(number, () -> NO_MEASURE_REASON.require(written.noMeasureReason()))));
        }
        return new NewLesson(area, finding, measure(number, written.measure(), problems), null);
    }

    private NewMeasure measure(int number, WrittenMeasure written, Problems problems) {
        return new NewMeasure(
                problems.collect(() -> numbered(number, () -> TITLE.require(written.title()))),
                problems.collect(() -> numbered(number, () -> rules.owner(written.owner()))),
                problems.collect(() -> numbered(number, () -> rules.dueOn(written.dueOn()))));
    }

    private static Area area(String text) {
        return Arrays.stream(Area.values())
                .filter(area -> area.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        INPUT,
                        "What it is about is missing or unknown; please choose one of %s."
                                .formatted(Arrays.stream(Area.values())
                                        .map(Area::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static <T> T numbered(int number, Supplier<T> check) {
        try {
            return check.get();
        } catch (Refusal refusal) {
            throw Refusal.invalid(INPUT, "Lesson %d: %s".formatted(number, refusal.getMessage()));
        }
    }
}
