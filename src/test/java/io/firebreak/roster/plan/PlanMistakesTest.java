package io.firebreak.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.yaml.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake that a writer can make is named with its line and with what to do; hostile files are refused at once. */
class PlanMistakesTest {

    /**
     * @param old what stands in the right plan
     * @param wrong what stands there instead
     * @param line on which the mistake is named
     */
    record Slip(String old, String wrong, int line, String path, String problem, String remedy) {

        @Override
        public String toString() {
            return path + ": " + problem;
        }
    }

    static Stream<Slip> slips() {
        return Stream.of(people(), means(), calendars(), rotations(), chains(), house(), compensation(), format())
                .flatMap(List::stream);
    }

    private static List<Slip> people() {
        return List.of(
                new Slip(
                        "  luca:\n    roles",
                        "  luka:\n    roles",
                        21,
                        "people.luka",
                        "no user \"luka\"",
                        "Camunda Admin"),
                new Slip(
                        "roles: [spokesperson]\n    areas",
                        "roles: [spokeperson]\n    areas",
                        6,
                        "people.anna.roles[0]",
                        "no role \"spokeperson\"",
                        "Did you mean spokesperson?"),
                new Slip(
                        "roles: [crisislead]",
                        "roles: [legal]",
                        26,
                        "people.giulia.roles[0]",
                        "giulia is not in the group legal",
                        "Put giulia into the group"),
                new Slip(
                        "areas: [Logistics]",
                        "areas: [Logistic]",
                        7,
                        "people.anna.areas[0]",
                        "no area \"Logistic\"",
                        "Did you mean Logistics?"),
                new Slip(
                        "languages: [pl, en-GB]",
                        "languages: [pl, qq]",
                        8,
                        "people.anna.languages[1]",
                        "no language \"qq\"",
                        "such as en"),
                new Slip(
                        "languages: [pl, en-GB]",
                        "languages: []",
                        8,
                        "people.anna.languages",
                        "No language",
                        "at least one"),
                new Slip(
                        "languages: [pl, en-GB]",
                        "languages: [pl, pl]",
                        8,
                        "people.anna.languages[1]",
                        "pl is here twice",
                        "Leave one"),
                new Slip(
                        "languages: [pl, en-GB]",
                        "languages: pl",
                        8,
                        "people.anna.languages",
                        "a text where a list belongs",
                        "square brackets"),
                new Slip(
                        "zone: Europe/Warsaw\n    calendar",
                        "zone: Europe/Warsaf\n    calendar",
                        9,
                        "people.anna.zone",
                        "no time zone \"Europe/Warsaf\"",
                        "Did you mean Europe/Warsaw?"),
                new Slip(
                        "zone: Europe/Warsaw\n    calendar",
                        "zone: +01:00\n    calendar",
                        9,
                        "people.anna.zone",
                        "no time zone",
                        "a continent and a city"),
                new Slip(
                        "    zone: Europe/Warsaw\n    calendar",
                        "    calendar",
                        5,
                        "people.anna",
                        "The key zone is missing",
                        "Add it"),
                new Slip(
                        "calendar: warsaw",
                        "calendar: warszawa",
                        10,
                        "people.anna.calendar",
                        "no calendar \"warszawa\"",
                        "Did you mean warsaw?"),
                new Slip(
                        "reachable: always",
                        "reachable: sometimes",
                        11,
                        "people.anna.reachable",
                        "\"sometimes\" is not known",
                        "always, working hours"),
                new Slip(
                        "stand-in: luca",
                        "stand-in: anna",
                        20,
                        "people.anna.stand-in",
                        "anna is their own stand-in",
                        "somebody else"),
                new Slip(
                        "stand-in: luca",
                        "stand-in: nobody",
                        20,
                        "people.anna.stand-in",
                        "no person \"nobody\"",
                        "Known: anna, giulia, luca"),
                new Slip(
                        "    languages: [it]\n    zone: Europe/Rome\n  giulia",
                        "    languages: [it]\n    zone: Europe/Rome\n    stand-in: anna\n  giulia",
                        20,
                        "people.anna.stand-in",
                        "in a circle: anna, luca, anna",
                        "outside of the circle"),
                new Slip(
                        "  giulia:",
                        "  anna:\n    languages: [it]\n    zone: Europe/Rome\n  giulia:",
                        25,
                        "people.anna",
                        "anna is here twice",
                        "Leave one"),
                new Slip(
                        "roles: [crisislead]",
                        "role: [crisislead]",
                        26,
                        "people.giulia.role",
                        "no key \"role\"",
                        "Did you mean roles?"));
    }

    private static List<Slip> means() {
        return List.of(
                new Slip(
                        "- tasklist",
                        "- pigeon",
                        13,
                        "people.anna.means[0]",
                        "\"pigeon\" is no means",
                        "Write tasklist"),
                new Slip("- tasklist", "- email", 14, "people.anna.means[1]", "here twice", "Leave one"),
                new Slip(
                        "anna@home.example",
                        "Anna <anna@home.example>",
                        15,
                        "people.anna.means[2].email",
                        "no mail address",
                        "without a name"),
                new Slip(
                        "webhook: phones",
                        "webhook: phone",
                        17,
                        "people.anna.means[3].webhook",
                        "no webhook \"phone\"",
                        "Did you mean phones?"),
                new Slip(
                        "- webhook: phones\n        address",
                        "- address",
                        17,
                        "people.anna.means[3]",
                        "either email or webhook",
                        "Write tasklist"),
                new Slip(
                        "after: 5 min",
                        "address: x",
                        16,
                        "people.anna.means[2].address",
                        "address belongs to a webhook",
                        "leave address out"),
                new Slip(
                        "after: 5 min",
                        "after: 2 days",
                        16,
                        "people.anna.means[2].after",
                        "too long",
                        "from 0 min to 1 day"),
                new Slip(
                        "  luca:\n    roles: [spokesperson]",
                        "  nomail:\n    roles: [spokesperson]",
                        21,
                        "people.nomail",
                        "no mail address",
                        "behind email:"),
                new Slip(
                        "form: goalert",
                        "form: pager",
                        84,
                        "webhooks.phones.form",
                        "\"pager\" is not known",
                        "goalert"),
                new Slip(
                        "    secret: on-call\n  chat",
                        "    secret: other\n  chat",
                        86,
                        "webhooks.phones.secret",
                        "no secret \"other\"",
                        "firebreak.notification.secrets.other"),
                new Slip(
                        "    secret: on-call\n  chat",
                        "  chat",
                        83,
                        "webhooks.phones",
                        "The key secret is missing",
                        "Add it"),
                new Slip(
                        "    url: https://goalert.example.org/api/v2/generic/incoming\n",
                        "",
                        83,
                        "webhooks.phones",
                        "The key url is missing",
                        "Add it"),
                new Slip(
                        "url: https://goalert",
                        "url: http://goalert",
                        85,
                        "webhooks.phones.url",
                        "no address that messages can be posted to",
                        "https://"),
                new Slip("incoming", "incoming?token=t0p", 85, "webhooks.phones.url", "holds a secret", "Remove it"),
                new Slip(
                        "form: slack",
                        "form: slack\n    url: https://hooks.slack.com/services/x",
                        89,
                        "webhooks.chat.url",
                        "of slack is a secret",
                        "Remove it"));
    }

    private static List<Slip> calendars() {
        return List.of(
                new Slip(
                        "mon-thu: 09:00",
                        "mon-tho: 09:00",
                        33,
                        "calendars.warsaw.hours.mon-tho",
                        "\"tho\" is no day",
                        "mon, tue"),
                new Slip(
                        "09:00-13:00",
                        "9-13",
                        33,
                        "calendars.warsaw.hours.mon-thu",
                        "\"9-13\" are no hours",
                        "09:00-17:30"),
                new Slip(
                        "09:00-13:00",
                        "09:00-25:00",
                        33,
                        "calendars.warsaw.hours.mon-thu",
                        "no time \"25:00\"",
                        "00:00 to 23:59"),
                new Slip(
                        "09:00-13:00",
                        "09:00-09:00",
                        33,
                        "calendars.warsaw.hours.mon-thu",
                        "begins and ends at the same time",
                        "00:00-24:00"),
                new Slip(
                        "14:00-17:30",
                        "12:00-17:30",
                        33,
                        "calendars.warsaw.hours.mon-thu",
                        "09:00-13:00 and 12:00-17:30 overlap",
                        "begin when the other ends"),
                new Slip(
                        "sat: 22:00-06:00",
                        "sat: 22:00-06:00\n      sun: 05:00-08:00",
                        35,
                        "calendars.warsaw.hours.sun",
                        "On sun 00:00-06:00 and 05:00-08:00 overlap",
                        "begin when the other ends"),
                new Slip(
                        "country: pl",
                        "country: xx",
                        36,
                        "calendars.warsaw.holidays.country",
                        "public holidays of \"xx\" are not known",
                        "two letters"),
                new Slip(
                        "country: pl",
                        "country: es\n      region: mdd",
                        37,
                        "calendars.warsaw.holidays.region",
                        "no region of es \"mdd\"",
                        "Did you mean md?"),
                new Slip(
                        "country: pl",
                        "country: pl\n    company days: days.ics",
                        37,
                        "calendars.warsaw.company days",
                        "days.ics can't be read",
                        "beside the plan"),
                new Slip(
                        "country: pl",
                        "country: pl\n    company days: ../days.ics",
                        37,
                        "calendars.warsaw.company days",
                        "no name of a file",
                        "its name alone"),
                new Slip(
                        "country: pl",
                        "country: pl\n    company days: broken.ics",
                        37,
                        "calendars.warsaw.company days",
                        "broken.ics is no iCalendar file",
                        "Export"),
                new Slip(
                        "country: pl",
                        "country: pl\n    company days: weekly.ics",
                        37,
                        "calendars.warsaw.company days",
                        "comes again other than each year",
                        "hours:"),
                new Slip(
                        "country: pl",
                        "country: pl\n    company days: meetings.ics",
                        37,
                        "calendars.warsaw.company days",
                        "meetings.ics holds no day off",
                        "whole days"),
                new Slip(
                        "  warsaw:\n    zone: Europe/Warsaw\n    hours",
                        "  warsaw:\n    hours",
                        30,
                        "calendars.warsaw",
                        "The key zone is missing",
                        "Add it"));
    }

    private static List<Slip> rotations() {
        return List.of(
                new Slip(
                        "people: [anna, luca]",
                        "people: [anna, luce]",
                        40,
                        "rotations.weekend.people[1]",
                        "no person \"luce\"",
                        "Did you mean luca?"),
                new Slip(
                        "people: [anna, luca]",
                        "people: [anna, luca, anna]",
                        40,
                        "rotations.weekend.people[2]",
                        "anna is here twice",
                        "Leave one"),
                new Slip(
                        "people: [anna, luca]",
                        "people: []",
                        40,
                        "rotations.weekend.people",
                        "Nobody is in this rotation",
                        "take turns"),
                new Slip(
                        "begin: 2026-01-03 09:00",
                        "begin: 2026-02-30 09:00",
                        41,
                        "rotations.weekend.begin",
                        "no day with a time",
                        "2026-01-05 09:00"),
                new Slip(
                        "turn: 1 week",
                        "turn: 0 h",
                        42,
                        "rotations.weekend.turn",
                        "\"0 h\" is too short",
                        "from 1 h to 366 days"),
                new Slip(
                        "turn: 1 week",
                        "turn: PT-24H",
                        42,
                        "rotations.weekend.turn",
                        "\"PT-24H\" is too short",
                        "from 1 h"),
                new Slip(
                        "turn: 1 week",
                        "turn: 90 min",
                        42,
                        "rotations.weekend.turn",
                        "does not end on the hour",
                        "whole hours"),
                new Slip(
                        "turn: 1 week",
                        "turn: a while",
                        42,
                        "rotations.weekend.turn",
                        "\"a while\" is no length of time",
                        "15 min"),
                new Slip(
                        "days: [sat, sun]",
                        "days: [sat, sat-sun]",
                        43,
                        "rotations.weekend.days[1]",
                        "A day is here twice",
                        "once"),
                new Slip(
                        "hours: 20:00-08:00",
                        "hours: 20:00-20:00",
                        44,
                        "rotations.weekend.hours",
                        "begins and ends at the same time",
                        "00:00-24:00"));
    }

    private static List<Slip> chains() {
        return List.of(
                new Slip(
                        "role: spokesperson\n    severities",
                        "role: spokesman\n    severities",
                        47,
                        "chains[0].role",
                        "no role \"spokesman\"",
                        "Known: crisislead, legal, spokesperson"),
                new Slip(
                        "severities: [S1, S2]",
                        "severities: [S1, S5]",
                        48,
                        "chains[0].severities[1]",
                        "no severity \"S5\"",
                        "Did you mean S"),
                new Slip(
                        "on call: weekend",
                        "on call: weekends",
                        51,
                        "chains[0].levels[0].ask[0].on call",
                        "no rotation \"weekends\"",
                        "Did you mean weekend?"),
                new Slip(
                        "- person: anna",
                        "- person: ana",
                        52,
                        "chains[0].levels[0].ask[1].person",
                        "no person \"ana\"",
                        "Did you mean anna?"),
                new Slip(
                        "- owners of the area",
                        "- the owners",
                        57,
                        "chains[0].levels[1].ask[1]",
                        "\"the owners\" is nobody to ask",
                        "owners of the area"),
                new Slip(
                        "- everybody: crisislead",
                        "- everybody: legal",
                        56,
                        "chains[0].levels[1].ask[0]",
                        "Nobody of the plan has the role legal",
                        "under people"),
                new Slip(
                        "acknowledgements: 2",
                        "acknowledgements: 3",
                        54,
                        "chains[0].levels[0].acknowledgements",
                        "3 have to answer, and this level can ask 2 at most",
                        "Ask more people"),
                new Slip(
                        "acknowledgements: 2",
                        "acknowledgements: 0",
                        54,
                        "chains[0].levels[0].acknowledgements",
                        "\"0\" is no number from 1",
                        "such a number"),
                new Slip(
                        "within: 15 min",
                        "within: -15 min",
                        53,
                        "chains[0].levels[0].within",
                        "no length of time",
                        "15 min"),
                new Slip(
                        "within: 15 min",
                        "within: 30 days",
                        53,
                        "chains[0].levels[0].within",
                        "\"30 days\" is too long",
                        "from 1 min to 7 days"),
                new Slip(
                        "again: 5 min",
                        "again: 20 min",
                        59,
                        "chains[0].again",
                        "again is longer than the shortest level, which has 15 min",
                        "so much at most"),
                new Slip("    again: 5 min\n", "", 46, "chains[0]", "The key again is missing", "Add it"),
                new Slip(
                        "- ask: [{everybody: spokesperson}]\n        within: 1 day",
                        "- {}",
                        63,
                        "chains[1].levels[0]",
                        "The key ask is missing",
                        "Add it"),
                new Slip(
                        "levels:\n      - ask: [{everybody: spokesperson}]\n        within: 1 day",
                        "levels: []",
                        62,
                        "chains[1].levels",
                        "The chain has no level",
                        "at least"),
                new Slip("[{everybody: spokesperson}]", "[]", 63, "chains[1].levels[0].ask", "asks nobody", "person:"),
                new Slip(
                        "[{everybody: spokesperson}]",
                        "[{everybody: spokesperson, person: anna}]",
                        63,
                        "chains[1].levels[0].ask[0]",
                        "one kind of people",
                        "person:"),
                new Slip(
                        "[{everybody: spokesperson}]",
                        "[{person: anna}, {person: anna}]",
                        63,
                        "chains[1].levels[0].ask[1]",
                        "asks them already",
                        "Leave one"),
                new Slip(
                        "role: spokesperson\n    levels",
                        "role: spokesperson\n    severities: [S2]\n    levels",
                        60,
                        "chains[1]",
                        "Worst is for spokesperson and S2 already",
                        "Leave S2 out"),
                new Slip(
                        "    severities: [S1, S2]\n", "", 59, "chains[1]", "never used: Worst, before it", "before it"),
                new Slip(
                        "name: Usual",
                        "name: Worst",
                        60,
                        "chains[1]",
                        "Another chain is called Worst",
                        "another name"));
    }

    private static List<Slip> house() {
        return List.of(
                new Slip(
                        "Our brand:\n    zone: Europe/Madrid",
                        "Our brand:\n    zone: Madrid",
                        3,
                        "brands.Our brand.zone",
                        "no time zone \"Madrid\"",
                        "such as Europe/Madrid"),
                new Slip(
                        "owners: [anna]",
                        "owners: [ann]",
                        68,
                        "areas.Logistics.owners[0]",
                        "no person \"ann\"",
                        "Did you mean anna?"),
                new Slip("owners: [anna]", "owners: []", 68, "areas.Logistics.owners", "no owner", "at least one"),
                new Slip(
                        "agency: true",
                        "agency: perhaps",
                        73,
                        "experts[0].agency",
                        "neither true nor false",
                        "Write true"),
                new Slip("    subject: crisis\n", "", 70, "experts[0]", "The key subject is missing", "Add it"),
                new Slip(
                        "contact: press office",
                        "contact:",
                        76,
                        "allies[0].contact",
                        "nothing where a text belongs",
                        "behind the colon"),
                new Slip(
                        "contact: press office",
                        "contact: \"a\\0b\"",
                        76,
                        "allies[0].contact",
                        "characters that are no text",
                        "on one line"),
                new Slip(
                        "owner: anna",
                        "owner: paola",
                        80,
                        "touch points[0].owner",
                        "no person \"paola\"",
                        "Known: anna"),
                new Slip(
                        "channel: shops",
                        "channel: shop",
                        81,
                        "touch points[0].channel",
                        "no channel \"shop\"",
                        "Did you mean shops?"),
                new Slip(
                        "messages: 30 days",
                        "messages: 100000 days",
                        91,
                        "retention.messages",
                        "too long",
                        "from 1 day to 3650 days"));
    }

    private static List<Slip> compensation() {
        return List.of(
                new Slip(
                        "brands: [Our brand]",
                        "brands: [Your brand]",
                        93,
                        "compensation[0].brands[0]",
                        "no brand \"Your brand\"",
                        "Our brand"),
                new Slip(
                        "brands: [Our brand]",
                        "brands: []",
                        93,
                        "compensation[0].brands",
                        "for no brand",
                        "Name at least one"),
                new Slip(
                        "currency: EUR",
                        "currency: EURO",
                        94,
                        "compensation[0].currency",
                        "no currency \"EURO\"",
                        "such as EUR"),
                new Slip("person: 50", "person: -5", 95, "compensation[0].person", "no amount", "above zero"),
                new Slip(
                        "person: 50",
                        "person: 600",
                        95,
                        "compensation[0].person",
                        "more than case, which is 199.90",
                        "so much at most"),
                new Slip(
                        "case: 199.90",
                        "case: 501",
                        96,
                        "compensation[0].case",
                        "more than month, which is 500",
                        "so much at most"),
                new Slip(
                        "agrees: crisislead",
                        "agrees: crisisleader",
                        98,
                        "compensation[0].agrees",
                        "no role \"crisisleader\"",
                        "Did you mean crisislead?"));
    }

    private static List<Slip> format() {
        return List.of(
                new Slip("brands:\n  Our", "brand:\n  Our", 1, "brand", "no key \"brand\"", "Did you mean brands?"),
                new Slip("  Our brand:", "  <b>:", 2, "brands.<b>", "\"<b>\" can't be a name", "letters"),
                new Slip(
                        "    zone: Europe/Madrid\npeople",
                        "   - zone: Europe/Madrid\npeople",
                        2,
                        "brands.Our brand",
                        "a list where keys with values belong",
                        "one key a line"),
                new Slip(
                        "  anna:\n    roles: [spokesperson]\n    areas",
                        "  anna:\n    roles: [spokesperson\n    areas",
                        7,
                        "",
                        "This is no YAML",
                        "brackets"),
                new Slip("  anna:\n    roles", "  anna:\n\troles", 6, "", "This is no YAML", "indented"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void shouldNameTheMistakeWithLineAndRemedy(Slip slip) {
        // given
        assertThat(Plans.FULL).as("the test changes what is there").containsOnlyOnce(slip.old());

        // when
        List<Mistake> mistakes = mistakesOf(Plans.FULL.replace(slip.old(), slip.wrong()));

        // then
        assertThat(mistakes).as("all").anySatisfy(mistake -> {
            assertThat(mistake.path()).isEqualTo(slip.path());
            assertThat(mistake.line()).isEqualTo(slip.line());
            assertThat(mistake.problem()).contains(slip.problem());
            assertThat(mistake.remedy()).contains(slip.remedy());
        });
    }

    @Test
    void shouldNameAllMistakesInTheOrderOfTheirLines() {
        // given
        String plan = Plans.FULL
                .replace("zone: Europe/Rome\ncalendars", "zone: Europe/Roma\ncalendars")
                .replace("messages: 30 days", "messages: soon")
                .replace("turn: 1 week", "turn: 0 h");

        // when / then
        assertThat(mistakesOf(plan))
                .extracting(Mistake::path)
                .containsExactly("people.giulia.zone", "rotations.weekend.turn", "retention.messages");
    }

    @Test
    void shouldSayNothingOfSecretsThatStandInThePlan() {
        // when
        List<Mistake> mistakes = mistakesOf(
                Plans.FULL.replace("form: slack", "form: generic\n    url: https://x:pa55@example.org/hook"));

        // then
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).sentence()).doesNotContain("pa55");
    }

    @Test
    void shouldStopAfterAHundredMistakes() {
        // given
        String plan = Plans.SMALL + "calendars:\n" + "  c%d: 1\n".repeat(5_000);

        // when
        List<Mistake> mistakes = mistakesOf(plan);

        // then
        assertThat(mistakes).hasSize(101);
        assertThat(mistakes.get(100).problem()).contains("There may be more mistakes");
    }

    record Attack(String name, byte[] file, int line, String problem) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                attack("10 MiB", "x".repeat(10 * 1024 * 1024), 1, "larger than 1 MiB"),
                attack("10 MiB of brackets", "[".repeat(10 * 1024 * 1024), 1, "larger than 1 MiB"),
                attack("a mebibyte of brackets", "[".repeat(1024 * 1024), 1, "nested too deeply"),
                attack("a mebibyte of braces", "{a: ".repeat(256 * 1024), 1, "nested too deeply"),
                attack("a mebibyte of hyphens", "- ".repeat(512 * 1024), 1, "nested too deeply"),
                attack("exploding aliases", laughs(), 7, "more than 50 aliases"),
                attack("an alias to itself", Plans.SMALL + "experts: &a [*a]\n", 17, "where keys with values belong"),
                attack(
                        "a tag that constructs",
                        Plans.SMALL + "allies: !!javax.script.ScriptEngineManager [x]\n",
                        17,
                        "a tag"),
                attack("a tag of its own", Plans.SMALL + "allies: !x [x]\n", 17, "a tag"),
                attack("a tag on a text", "people: !!binary aGk=\n", 1, "a tag"),
                attack("NUL", "people:\n  a\u0000b: {}\n", 2, "no text (U+0000)"),
                attack("a second document", Plans.SMALL + "---\npeople: {}\n", 17, "second document"),
                attack("nothing", "", 1, "empty"),
                attack("a comment alone", "# nothing\n", 1, "empty"),
                attack("a text", "hello", 1, "a text where keys with values belong"),
                attack("a list too long", Plans.SMALL + "experts: [" + "1,".repeat(2_000) + "]\n", 17, "too long"),
                new Attack("UTF-16", Plans.SMALL.getBytes(StandardCharsets.UTF_16), 1, "no text in UTF-8"),
                new Attack(
                        "Latin-1",
                        "people:\n  josé: {}\n".getBytes(StandardCharsets.ISO_8859_1),
                        2,
                        "no text in UTF-8"),
                new Attack("cut within a letter", new byte[] {'a', '\n', (byte) 0xC3}, 2, "no text in UTF-8"));
    }

    private static Attack attack(String name, String file, int line, String problem) {
        return new Attack(name, file.getBytes(StandardCharsets.UTF_8), line, problem);
    }

    private static String laughs() {
        StringBuilder file = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int level = 1; level < 12; level++) {
            file.append(
                    "a%1$d: &a%1$d [%2$s*a%3$d]\n".formatted(level, ("*a" + (level - 1) + ", ").repeat(9), level - 1));
        }
        return file.toString();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shouldRefuseAHostileFileInASentence(Attack attack) {
        // when
        List<Mistake> mistakes =
                new PlanReader(new TestInstallation()).read(attack.file()).mistakes();

        // then
        assertThat(mistakes).isNotEmpty().anySatisfy(mistake -> {
            assertThat(mistake.line()).isEqualTo(attack.line());
            assertThat(mistake.problem()).contains(attack.problem());
            assertThat(mistake.remedy()).isNotBlank();
        });
    }

    private static List<Mistake> mistakesOf(String plan) {
        TestInstallation installation = new TestInstallation()
                .with("broken.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nno calendar")
                .with("weekly.ics", calendar("DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY"))
                .with("meetings.ics", calendar("DTSTART:20260105T090000Z"));
        return new PlanReader(installation)
                .read(plan.getBytes(StandardCharsets.UTF_8))
                .mistakes();
    }

    private static String calendar(String event) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\n" + event
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }
}
