package io.firebreak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import io.firebreak.support.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each form in {@code processes/forms}, with everything in it in sight: none of them keeps anybody out. */
@BrowserTest
class EveryFormBrowserIT {

    private static final Path FORMS = Path.of("processes", "forms");
    private static final Pattern NAME = Pattern.compile("<form name=\"(\\w+)\"");

    /** Forms that start something, and what people choose to come to them. */
    private static final Map<String, String> STARTING = Map.of(
            "report-incident", "Social media crisis",
            "receive-mentions", "Receive mentions",
            "report-absence", "Report an absence",
            "answer-comment", "Answer a comment",
            "ask-for-take-down", "Take a post down");

    /** What stands folded, and what an answer brings into sight. */
    private static final String UNFOLD =
            """
            form => {
              form.querySelectorAll('details').forEach(part => { part.open = true; });
              form.querySelectorAll('.ng-hide').forEach(part => part.classList.remove('ng-hide'));
            }
            """;

    /** Of several answers the last one is the one that asks for most. */
    private static final String CHOOSE_LAST =
            """
            form => {
              const groups = new Set([...form.querySelectorAll('input[type=radio]')].map(({ name }) => name));
              groups.forEach(name => {
                const answers = [...form.querySelectorAll('input[type=radio]')]
                  .filter(answer => answer.name === name && !answer.disabled && answer.offsetParent);
                answers.at(-1)?.click();
              });
            }
            """;

    @RegisterExtension
    private final Chromium chromium = Chromium.ofTheTest();

    @LocalServerPort
    private int port;

    @Autowired
    private CrisisTasks crises;

    @Autowired
    private ReplyTasks replies;

    @Autowired
    private RepairTasks repairs;

    @Autowired
    private TakeDownTasks takeDowns;

    @Autowired
    private TaskDesk desk;

    private final Map<String, Supplier<TaskPlace>> places = new HashMap<>();

    @AfterAll
    static void closeGaps(@Autowired RepairTasks repairs) {
        repairs.lookAtNight();
    }

    static List<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.html$", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void shouldKeepNobodyOut(String form) throws IOException {
        // when
        Person person = STARTING.containsKey(form) ? started(form) : atTask(form);
        named(person, form).evaluate(CHOOSE_LAST);
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        named(person, form).evaluate(UNFOLD);

        // then
        assertThat(Accessibility.problemsOf(person.page(), "form.firebreak")).isEmpty();
        assertThat(chromium.troubles()).isEmpty();
    }

    private Person started(String form) throws IOException {
        Person person = chromium.person("crisislead");
        person.begin(STARTING.get(form));
        named(person, form).waitFor();
        return person;
    }

    private Person atTask(String form) throws IOException {
        assertThat(places).as("ways to the forms: each one needs its own").containsKey(form);
        TaskPlace place = places.get(form).get();
        Person person = chromium.person(place.user());
        desk.show(person, place, taskOf(form));
        named(person, form).waitFor();
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        return person;
    }

    /** The form before may still be there for a moment. */
    private static Locator named(Person person, String form) throws IOException {
        Matcher name = NAME.matcher(Files.readString(FORMS.resolve(form + ".html")));
        assertThat(name.find()).as("the name of " + form).isTrue();
        return person.find("form.firebreak[name=" + name.group(1) + "]");
    }

    /** A form is named after its task. */
    private static String taskOf(String form) {
        StringBuilder task = new StringBuilder("UserTask_");
        Stream.of(form.split("-")).forEach(word -> task.append(Character.toUpperCase(word.charAt(0)))
                .append(word.substring(1)));
        return task.toString();
    }

    @BeforeEach
    void knowTheWays() {
        places.put("assess-incident", crises::assessIncident);
        places.put("name-lead", crises::nameLead);
        places.put("provide-facts", crises::provideFacts);
        places.put("investigate-cause", crises::investigateCause);
        places.put("write-holding-statement", crises::writeHoldingStatement);
        places.put("choose-posture", crises::choosePosture);
        places.put("write-statement", crises::writeStatement);
        places.put("approve-statement", crises::approveStatement);
        places.put("review-approval", crises::reviewApproval);
        places.put("translate-statement", crises::translateStatement);
        places.put("publish-by-hand", crises::publishByHand);
        places.put("check-publication", crises::checkPublication);
        places.put("check-changed-publication", crises::checkChangedPublication);
        places.put("weigh-new-facts", crises::weighNewFacts);
        places.put("count-reactions", crises::countReactions);
        places.put("judge-reactions", crises::judgeReactions);
        places.put("review-crisis", crises::reviewCrisis);
        places.put("carry-out-measure", crises::carryOutMeasure);
        places.put("verify-author", replies::verifyAuthor);
        places.put("investigate-suspicion", replies::investigateSuspicion);
        places.put("countersign-competitor", replies::countersignCompetitor);
        places.put("plan-reply", replies::planReply);
        places.put("ask-area-owner", replies::askAreaOwner);
        places.put("write-reply", replies::writeReply);
        places.put("agree-to-reply", replies::agreeToReply);
        places.put("agree-to-end-cool-down", crises::agreeToEndCoolDown);
        places.put("send-reply", replies::sendReply);
        places.put("settle-comment", replies::settleComment);
        places.put("agree-to-compensation", replies::agreeToCompensation);
        places.put("give-compensation", replies::giveCompensation);
        places.put("prepare-take-down", takeDowns::prepareTakeDown);
        places.put("countersign-take-down", takeDowns::countersignTakeDown);
        places.put("take-post-down", takeDowns::takePostDown);
        places.put("repair-chain", () -> repairs.repairChain(new Web(port)));
    }
}
