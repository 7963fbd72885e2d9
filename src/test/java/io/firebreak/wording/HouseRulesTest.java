package io.firebreak.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firebreak.wording.Finding.Field;
import io.firebreak.wording.Finding.Level;
import io.firebreak.wording.Finding.Place;
import io.firebreak.wording.Wording.Purpose;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule in each language: words that touch it, and words that come near and don't. */
class HouseRulesTest {

    private static final HouseRules RULES = new HouseRules("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apology.conditional|en|We are sorry if anyone was offended by our post.",
                "apology.conditional|en|We regret any inconvenience that may have been caused.",
                "apology.conditional|en|If our words hurt somebody, we apologise.",
                "apology.conditional|es|Pedimos disculpas si alguien se ha sentido ofendido.",
                "apology.conditional|es|Lamentamos las posibles molestias.",
                "apology.conditional|it|Ci scusiamo se qualcuno si è sentito offeso.",
                "apology.conditional|it|Ci scusiamo per gli eventuali disagi.",
                "apology.conditional|pl|Przepraszamy, jeśli ktoś poczuł się urażony.",
                "apology.conditional|pl|Przepraszamy za ewentualne niedogodności.",
                "customer.blamed|en|You did not read the instructions.",
                "customer.blamed|en|Customers simply misunderstood our offer.",
                "customer.blamed|es|El cliente no leyó las condiciones.",
                "customer.blamed|it|Lei non ha letto le condizioni.",
                "customer.blamed|pl|Klient nie przeczytał regulaminu.",
                "customer.blamed|en|Cracks like yours come from storing the bowl too hot.",
                "customer.blamed|en|Before posting this it would have been wise to call.",
                "customer.blamed|en|It falls to parents to look after their children.",
                "customer.blamed|es|Airear la casa corre de cuenta de quien vive en ella.",
                "customer.blamed|es|Lo correcto habría sido llamar antes de publicarlo.",
                "customer.blamed|it|Sarebbe stato più corretto telefonare prima.",
                "customer.blamed|it|Alcuni hanno deciso di offendersi per una battuta.",
                "customer.blamed|pl|Uczciwiej byłoby najpierw zadzwonić.",
                "customer.blamed|pl|Trudno tu mówić o zaskoczeniu.",
                "arguing|en|The reporter would be well advised to count again.",
                "arguing|en|So one cold coffee spoiled the whole honeymoon?",
                "arguing|es|Al periodista le vendría bien repasar la suma.",
                "arguing|es|Usted asegura que estaba cerrado. Falso: abrimos a las nueve.",
                "arguing|it|Quindi un caffè freddo le avrebbe rovinato la luna di miele?",
                "arguing|it|Al giornalista suggeriamo di rifare i conti.",
                "arguing|pl|Panie Janie, pyta Pan o to trzeci raz.",
                "arguing|pl|Dziennikarzowi radzimy policzyć jeszcze raz.",
                "arguing|en|As we have already told you, the train was on time.",
                "arguing|en|The bread was not mouldy, as we wrote on Monday.",
                "arguing|en|As we wrote on Monday, you paid 9 euros and not 99.",
                "arguing|it|Il pane non era ammuffito, come abbiamo scritto lunedì.",
                "arguing|pl|Chleb nie był spleśniały, jak napisaliśmy wczoraj.",
                "arguing|es|Como ya le hemos explicado, el tren llegó a su hora.",
                "arguing|it|Come le abbiamo già spiegato, il treno era in orario.",
                "arguing|pl|Jak już pisaliśmy, pociąg przyjechał o czasie.",
                "excuse|en|In nine years on this line he has never had a complaint.",
                "excuse|en|The trays were mixed up by a trainee on his first day.",
                "excuse|en|There was little else for us to do.",
                "excuse|es|El proveedor no apareció y no nos quedó otra.",
                "excuse|es|Todo quedó en un susto.",
                "excuse|it|Ha sbagliato un interinale al primo giorno.",
                "excuse|it|Non era in nostro potere fare di più.",
                "excuse|pl|Niewiele mogliśmy zrobić.",
                "excuse|pl|Skończyło się na strachu.",
                "excuse|en|This was an isolated incident.",
                "excuse|en|Due to unexpectedly high demand your order is late.",
                "excuse|es|Se trata de un caso aislado.",
                "excuse|it|Si tratta di un caso isolato.",
                "excuse|pl|To był odosobniony przypadek.",
                "promise.undated|en|We will answer as soon as possible.",
                "promise.undated|es|Le contestaremos lo antes posible.",
                "promise.undated|it|Le risponderemo quanto prima.",
                "promise.undated|pl|Odpowiemy jak najszybciej."
            })
    void shouldFind(String rule, String language, String body) {
        assertThat(rulesIn(reply(language, body))).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apology.conditional|en|We are sorry that we charged you twice.",
                "apology.conditional|en|If you were on this train, you get your money back.",
                "apology.conditional|es|Si viajaba en este tren, le devolvemos el billete.",
                "apology.conditional|it|Se era su questo treno, le rimborsiamo il biglietto.",
                "apology.conditional|pl|Jeśli jechali Państwo tym pociągiem, zwrócimy pieniądze.",
                "customer.blamed|en|We should have told you so before you bought it.",
                "customer.blamed|en|You told us: \"Customers don't read this\", and you are right.",
                "customer.blamed|es|No es culpa suya: fue nuestra.",
                "customer.blamed|en|If you did not read the letter yet: the date in it is wrong.",
                "customer.blamed|en|Customers did nothing wrong: our label did not say it.",
                "customer.blamed|es|Si no ha leído el correo, no pasa nada.",
                "customer.blamed|it|Se non ha letto la lettera, la data è sbagliata.",
                "customer.blamed|pl|Jeśli nie przeczytali Państwo listu, data jest błędna.",
                "arguing|en|Your parcel lies in our depot in Mill Lane.",
                "arguing|en|Your keys and your coat lie at the desk, your claim tag too.",
                "arguing|en|So which of the two letters stands on the plug?",
                "arguing|en|You are right, and we were wrong.",
                "arguing|es|Su paquete está en la oficina, es la segunda vez que llega tarde y lo sentimos.",
                "arguing|it|Il suo pacco è in deposito, ha ragione lei.",
                "arguing|pl|Pana paczka leży w naszym magazynie przy Młyńskiej.",
                "apology.conditional|it|Ci dispiace che il regalo non sia arrivato.",
                "excuse|en|Our supplier did not turn up. Looking for another was our job, and we did not.",
                "excuse|en|Only lot 12 is affected, sold in two shops.",
                "excuse|es|El transportista no apareció. Avisarles era tarea nuestra y no lo hicimos.",
                "excuse|it|Il corriere non ha avvisato. Avremmo dovuto chiamare noi.",
                "excuse|pl|Serwis nie dojechał. Powinniśmy byli Państwa uprzedzić.",
                "arguing|en|The laboratory's report is on our page.",
                "arguing|en|The bread is 9 euros, and not 99 as we wrote on Monday.",
                "arguing|en|The bread costs 9, not 99, as we wrote on Monday.",
                "arguing|en|We open on Tuesday, not on Monday as we said in our post.",
                "arguing|es|El precio no es 99, como escribimos, sino 9 euros.",
                "arguing|it|Il pane costa 9 euro e non 99, come abbiamo scritto lunedì.",
                "arguing|it|Apriamo martedì, e non lunedì come abbiamo scritto.",
                "arguing|pl|Chleb kosztuje 9 zł, a nie 99, jak napisaliśmy wczoraj.",
                "arguing|pl|Otwieramy we wtorek, a nie w poniedziałek, jak pisaliśmy wcześniej.",
                "excuse|en|There is no excuse: our supplier's mistake is our responsibility.",
                "promise.undated|en|As soon as the laboratory has answered, on Tuesday at noon, we tell you.",
                "promise.undated|es|Contestaremos lo antes posible, el viernes a las 12:00 como muy tarde.",
                "promise.undated|it|Risponderemo al più presto, entro il 3 marzo.",
                "promise.undated|pl|Odpowiemy jak najszybciej, najpóźniej do piątku, 4 grudnia."
            })
    void shouldLetPassWhatComesNear(String rule, String language, String body) {
        assertThat(rulesIn(reply(language, body))).doesNotContain(rule);
    }

    @Test
    void shouldSayWhereWhyAndWhatWouldPass() {
        // given
        String body = "The oven broke. We\u2019re sorry if anyone was upset.";

        // when
        Finding finding = found(reply("en", body), "apology.conditional");

        // then
        assertThat(finding.level()).isEqualTo(Level.ERROR);
        assertThat(finding.place().field()).isEqualTo(Field.BODY);
        assertThat(body.substring(finding.place().from(), finding.place().to())).isEqualTo(finding.found());
        assertThat(finding.found()).startsWith("sorry if anyone");
        assertThat(finding.why()).isNotBlank();
        assertThat(finding.source()).isNotBlank();
        assertThat(finding.remedy()).contains("we are sorry that we charged you twice");
    }

    @Test
    void shouldCountPlacesInTheTextAsItWasHandedIn() {
        // given a decomposed letter, an emoji of two code units and a soft hyphen before the place
        String body = "Ano\u0303s \uD83D\uDE21 después: lo sen\u00ADtimos si alguien se ha ofendido.";

        // when
        Place place = found(reply("es", body), "apology.conditional").place();

        // then
        assertThat(body.substring(place.from(), place.to())).startsWith("sen\u00ADtimos si alguien");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|We NEVER sell bad bread.|WARNING",
                "en|WE HAVE NEVER SOLD BAD BREAD to anybody.|ERROR",
                "en|Stop it!!!|WARNING",
                "pl|To jest NIEPRAWDA i kłamstwo.|WARNING"
            })
    void shouldHearShouting(String language, String body, Level level) {
        assertThat(found(reply(language, body), "shouting").level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|HACCP and GDPR are kept, says the NHS. What a day!",
                "es|El lote ES-4711 cumple la norma ISO 22000, según la AESAN.",
                "it|Il lotto IT-12 è conforme, dice l'ASL.",
                "pl|Pociąg IC 5320 PKP stoi w Łodzi."
            })
    void shouldNotTakeAnAcronymForShouting(String language, String body) {
        assertThat(rulesIn(reply(language, body))).doesNotContain("shouting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We call you back on [date].",
                "Dear {name}, your parcel is here.",
                "It costs XX euros.",
                "It comes on ____.",
                "It comes on DD/MM/YYYY.",
                "The number is TBD.",
                "It happened on board with [X] people.",
                "It costs XX-XX."
            })
    void shouldFindBlanks(String body) {
        assertThat(found(reply("en", body), "blank.unfilled").level()).isEqualTo(Level.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We read it [1] and answer.",
                "Lot XL-2 is safe.",
                "It is 3 < 4, and 5 > 4.",
                "Well... it rains.",
                "The bin [A] is for wood.",
                "She wrote: “You has [sic] no shame.”",
                "Escribió: «nos engañaron [sic] a todos [N. de la R.]».",
                "The film is the Lumo XX.",
                "It is volume two [“Birds of the shore”]."
            })
    void shouldNotTakeOtherSignsForBlanks(String body) {
        assertThat(rulesIn(reply("en", body))).doesNotContain("blank.unfilled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Nine boxes marked FRAGILE fell off the belt.|shouting",
                "en|On the box stands \"HANDLE WITH CARE, GLASS\" in red.|shouting",
                "it|Sulla vetrina c'era scritto TUTTO GRATIS.|shouting",
                "es|El panel ponía TREN SIN PARADA.|shouting",
                "pl|Autobus jechał z napisem NIE WSIADAĆ.|shouting",
                "en|We have apologised twice for this, on Monday and in May.|apology.unmarked",
                "es|Os pedimos perdón en octubre, por carta.|apology.unmarked",
                "pl|Każdy rodzic może obejrzeć stołówkę.|customer.blamed"
            })
    void shouldLetPassWhatIsOnlyTold(String language, String body, String rule) {
        assertThat(rulesIn(reply(language, body))).doesNotContain(rule);
    }

    @Test
    void shouldReadAShortDenialWithTheSentenceBefore() {
        assertThat(rulesIn(reply("en", "The blog says that the store was empty since the spring. It was not.")))
                .contains("arguing");
        assertThat(rulesIn(reply("en", "The store was empty since the spring. It was not locked.")))
                .doesNotContain("arguing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The police have arrested Zorba Tippett.",
                "The driver of the night bus, Zorba Tippett, saw it first.",
                "Zorba Tippett, who had the key, saw it first."
            })
    void shouldGuessAPersonByTheirRole(String body) {
        assertThat(found(reply("en", body), "person.named").found()).isEqualTo("Zorba Tippett");
        assertThat(found(reply("en", body), "person.named").level()).isEqualTo(Level.WARNING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Your parcel lies in Anna House.",
                "The operations director, Northlink Rail",
                "You get it back from Emma. Zorba writes to you."
            })
    void shouldNotGuessAPersonWhereNoneIsNamed(String body) {
        assertThat(rulesIn(reply("en", body))).doesNotContain("person.named");
    }

    @Test
    void shouldFindNamesThatWereGivenAlsoInAnotherCase() {
        Wording text = new Wording(
                Purpose.REPLY,
                null,
                "pl",
                null,
                "Pisaliśmy do Tomasza Kowalskiego i do @ola_77 wczoraj.",
                false,
                0,
                List.of(),
                Set.of(),
                Set.of("Tomasz Kowalski", "@ola_77"));

        assertThat(RULES.check(text))
                .filteredOn(finding -> finding.rule().equals("person.named"))
                .extracting(Finding::found, Finding::level)
                .containsExactly(tuple("Tomasza Kowalskiego", Level.ERROR), tuple("@ola_77", Level.ERROR));
    }

    @Test
    void shouldOnlyWarnOfNamesThatItGuesses() {
        assertThat(found(statement("REBUILD", "Our driver, Marta Ruiz, took the wrong road."), "person.named")
                        .level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void shouldLetOurOwnSpeakersAndStreetsBeNamed() {
        Wording text = new Wording(
                Purpose.STATEMENT,
                null,
                "es",
                null,
                "Marta Ruiz, directora, atiende en la calle Pedro Salinas, 4.",
                false,
                0,
                List.of(),
                Set.of("Marta Ruiz"),
                Set.of());

        assertThat(rulesIn(text)).doesNotContain("person.named");
    }

    @Test
    void shouldNotTakeAHandleThatIsAWordForAName() {
        Wording text = new Wording(
                Purpose.REPLY,
                null,
                "en",
                null,
                "The news is on our page.",
                false,
                0,
                List.of(),
                Set.of(),
                Set.of("news"));

        assertThat(rulesIn(text)).doesNotContain("person.named");
    }

    @Test
    void shouldLetAReplyBeginWithWhomItAnswersAndNameThemNowhereElse() {
        // given
        String words = "Your parcel waits in the post office in Station Road since noon.";

        // when, then
        assertThat(rulesIn(replyTo("@anna", "@anna " + words))).doesNotContain("person.named");
        assertThat(rulesIn(replyTo("@anna@social.example", "@anna@social.example " + words)))
                .doesNotContain("person.named");
        assertThat(rulesIn(replyTo("@anna", words + " Dear @anna, we are glad.")))
                .contains("person.named");
        assertThat(rulesIn(replyTo("@anna", "@anna " + words + " @anna"))).contains("person.named");
    }

    private static Wording replyTo(String author, String body) {
        return new Wording(Purpose.REPLY, null, "en", null, body, false, 0, List.of(), Set.of(), Set.of(author));
    }

    @Test
    void shouldFindACopyWithANameChanged() {
        // given
        String sent =
                "Thank you for writing, Anna. Your parcel left our house on Monday and waits in the post office in"
                        + " Station Road, where you can fetch it until Friday with your card.";
        String again = sent.replace("Anna", "Peter").replace("Monday", "Tuesday");
        String other =
                "Your chair lacks a screw. We send one today, and it is with you on Thursday; the old one may stay.";

        // when, then
        assertThat(rulesIn(copied(again, sent))).contains("text.copied");
        assertThat(rulesIn(copied(other, sent))).doesNotContain("text.copied");
    }

    @Test
    void shouldRefuseAThirdApology() {
        // given
        Wording third = apologising("We are sorry for the wrong price.", true, 2);

        // when, then
        assertThat(found(third, "apology.too-many").level()).isEqualTo(Level.ERROR);
        assertThat(rulesIn(apologising("We are sorry for the wrong price.", true, 1)))
                .doesNotContain("apology.too-many", "apology.unmarked");
        assertThat(rulesIn(apologising("The price is right now.", false, 2))).doesNotContain("apology.too-many");
    }

    @Test
    void shouldAskToMarkAnApology() {
        assertThat(rulesIn(apologising("We are sorry for the wrong price.", false, 0)))
                .contains("apology.unmarked");
    }

    @Test
    void shouldMissWhatThePostureDemands() {
        assertThat(rulesIn(statement("REBUILD", "We value our customers.")))
                .containsExactlyInAnyOrder(
                        "part.what-happened", "part.responsibility", "part.apology", "part.measures", "part.contact");
        assertThat(rulesIn(statement("DENY", "We value our customers.")))
                .containsExactlyInAnyOrder("part.what-happened", "part.contact");
        assertThat(rulesIn(reply("en", "We value our customers."))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Yesterday we were made aware of reports about the situation, and we take them very seriously.",
                "es|Ayer tuvimos conocimiento de informaciones sobre la situación y nos las tomamos muy en serio.",
                "it|Ieri abbiamo ricevuto segnalazioni sulla vicenda e le prendiamo con la massima serietà.",
                "pl|Wczoraj otrzymaliśmy informacje o tej sytuacji i traktujemy je bardzo poważnie."
            })
    void shouldNotTakeEmptyWordsForWhatHappened(String language, String body) {
        assertThat(rulesIn(holding(language, body))).contains("part.what-happened");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Yesterday a crane hit the roof of our warehouse in Selby.",
                "es|Ayer una grúa golpeó el tejado de nuestro almacén de Selva.",
                "it|Ieri una gru ha colpito il tetto del nostro magazzino di Selva.",
                "pl|Wczoraj dźwig uderzył w dach naszego magazynu pod Selewem."
            })
    void shouldHearWhatHappened(String language, String body) {
        assertThat(rulesIn(holding(language, body))).doesNotContain("part.what-happened");
    }

    @Test
    void shouldLetAWholeStatementPass() {
        Wording whole = new Wording(
                Purpose.STATEMENT,
                "REBUILD",
                "en",
                "Two wrong prices",
                """
                On Monday we sold bread at two wrong prices in twelve shops.

                That was our mistake, and we are sorry.

                Since Tuesday the prices are right. Until 30 June every shop gives the difference back.

                Call us: 0800 555 0101.""",
                true,
                0,
                List.of(),
                Set.of(),
                Set.of());

        assertThat(RULES.check(whole)).isEmpty();
    }

    @Test
    void shouldMissTheDateOfMeasures() {
        assertThat(rulesIn(statement(
                        "REBUILD",
                        "Yesterday we sold bread at two wrong prices. That was our mistake. We are sorry. We will refund the"
                                + " difference. Call us: 0800 555 0101.")))
                .contains("measure.undated");
    }

    @Test
    void shouldMissTheMomentOfTheNextWord() {
        // given
        String known = "This morning the oven in Station Road caught fire. We check why.";

        // when, then
        assertThat(rulesIn(holding(known))).contains("measure.undated");
        assertThat(rulesIn(holding(known + " We say more here at 18:00.")))
                .doesNotContain("measure.undated", "part.measures");
        assertThat(rulesIn(holding("This morning the oven caught fire. We say more here at 18:00.")))
                .contains("part.measures");
    }

    @Test
    void shouldCheckWhatNeedsNoWordsInAnyLanguageAndSayWhatItDidNot() {
        // when
        List<String> found = rulesIn(reply("de", "Liebe [Name], wir melden uns!!! DAS IST WIRKLICH FALSCH."));

        // then
        assertThat(found).contains("blank.unfilled", "shouting", "language.unchecked");
    }

    private static List<String> rulesIn(Wording text) {
        return RULES.check(text).stream().map(Finding::rule).distinct().toList();
    }

    private static Finding found(Wording text, String rule) {
        return RULES.check(text).stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing of %s in: %s".formatted(rule, text.body())));
    }

    private static Wording reply(String language, String body) {
        return new Wording(Purpose.REPLY, null, language, null, body, true, 0, List.of(), Set.of(), Set.of());
    }

    private static Wording statement(String posture, String body) {
        return new Wording(Purpose.STATEMENT, posture, "en", "Bread", body, true, 0, List.of(), Set.of(), Set.of());
    }

    private static Wording holding(String body) {
        return holding("en", body);
    }

    private static Wording holding(String language, String body) {
        return new Wording(Purpose.HOLDING, "HOLD", language, "Oven", body, false, 0, List.of(), Set.of(), Set.of());
    }

    private static Wording apologising(String body, boolean marked, int before) {
        return new Wording(Purpose.REPLY, null, "en", null, body, marked, before, List.of(), Set.of(), Set.of());
    }

    private static Wording copied(String body, String earlier) {
        return new Wording(Purpose.REPLY, null, "en", null, body, false, 0, List.of(earlier), Set.of(), Set.of());
    }
}
