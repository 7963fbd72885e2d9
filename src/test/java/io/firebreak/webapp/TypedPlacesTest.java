package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.webapp.TypedPlaces.InForm;
import io.firebreak.wording.Finding.Field;
import io.firebreak.wording.Finding.Place;
import org.junit.jupiter.api.Test;

/** Where the words of a text are in the fields in which they were typed. */
class TypedPlacesTest {

    @Test
    void shouldCountTheBlanksBeforeTheWords() {
        TypedPlaces places = new TypedPlaces().then(Field.BODY, "body", "\n  Hello there");

        assertThat(places.of(new Place(Field.BODY, 0, 5))).isEqualTo(new InForm("body", 3, 8));
    }

    @Test
    void shouldFindTheFieldOutOfWhichAPartOfTheTextCame() {
        TypedPlaces places = new TypedPlaces()
                .then(Field.TITLE, "title", "Glass")
                .then(Field.BODY, "knownFacts", " Known. ")
                .then(Field.BODY, "beingChecked", "Checked.");

        // "Known.\n\nChecked."
        assertThat(places.of(new Place(Field.TITLE, 0, 5))).isEqualTo(new InForm("title", 0, 5));
        assertThat(places.of(new Place(Field.BODY, 0, 6))).isEqualTo(new InForm("knownFacts", 1, 7));
        assertThat(places.of(new Place(Field.BODY, 8, 16))).isEqualTo(new InForm("beingChecked", 0, 8));
    }

    @Test
    void shouldEndAPassageWithItsField() {
        TypedPlaces places =
                new TypedPlaces().then(Field.BODY, "knownFacts", "Known").then(Field.BODY, "beingChecked", "Checked");

        assertThat(places.of(new Place(Field.BODY, 2, 10))).isEqualTo(new InForm("knownFacts", 2, 5));
    }

    @Test
    void shouldPassOverAFieldThatIsEmpty() {
        TypedPlaces places =
                new TypedPlaces().then(Field.BODY, "knownFacts", " ").then(Field.BODY, "beingChecked", "Checked");

        assertThat(places.of(new Place(Field.BODY, 0, 7))).isEqualTo(new InForm("beingChecked", 0, 7));
    }

    @Test
    void shouldKnowNoPlaceForWordsThatNobodyTyped() {
        TypedPlaces places = new TypedPlaces().then(Field.BODY, "body", "Hello");

        assertThat(places.of(new Place(Field.BODY, 7, 12))).isNull();
        assertThat(places.of(null)).isNull();
    }
}
