package io.firebreak.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the schema tells editors is what the reader takes. */
class PlanSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema = readTree("/crisis-plan/crisis-plan.schema.json");
    private final JsonSchema rules =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);

    @ParameterizedTest
    @EnumSource(Shape.class)
    void shouldKnowTheKeysThatTheReaderKnowsAndNoOthers(Shape shape) {
        // given
        JsonNode entry = shape == Shape.PLAN ? schema : schema.at("/$defs/" + definition(shape));

        // then
        assertThat(namesIn(entry.get("properties"))).isEqualTo(shape.all());
        assertThat(textsIn(entry.path("required"))).isEqualTo(shape.required());
        assertThat(entry.get("additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void shouldDescribeEachKey() {
        schema.get("$defs")
                .forEach(definition -> definition.path("properties").fields().forEachRemaining(key -> assertThat(
                                key.getValue().has("description")
                                        || schema.at(key.getValue()
                                                        .path("$ref")
                                                        .asText()
                                                        .substring(1))
                                                .has("type"))
                        .as(key.getKey())
                        .isTrue()));
    }

    @Test
    void shouldFindTheExampleRight() throws IOException {
        // given
        String example = new String(resource("/crisis-plan/demo.yaml").readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(mistakes(example)).isEmpty();
        assertThat(example.lines().findFirst().orElseThrow())
                .as("what editors look for")
                .isEqualTo("# yaml-language-server: $schema=crisis-plan.schema.json");
    }

    @Test
    void shouldTakeWhatTheReaderTakes() {
        assertThat(mistakes(Plans.FULL)).isEmpty();
        assertThat(mistakes(Plans.SMALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reachable: always|reachable: sometimes",
                "roles: [spokesperson]|role: [spokesperson]",
                "mon-thu: 09:00|mon-tho: 09:00",
                "09:00-13:00|nine to one",
                "turn: 1 week|turn: a while",
                "form: goalert|form: pager",
                "acknowledgements: 2|acknowledgements: 0",
                "severities: [S1, S2]|severities: [S5]",
                "again: 5 min|again: -5 min",
                "languages: [pl, en-GB]|languages: []",
                "channel: shops|chanel: shops"
            })
    void shouldFindWhatTheReaderRefuses(String slip) {
        // given
        String[] words = slip.split("\\|");
        assertThat(Plans.FULL).contains(words[0]);
        String plan = Plans.FULL.replace(words[0], words[1]);

        // then
        assertThat(mistakes(plan)).isNotEmpty();
        assertThat(new PlanReader(new TestInstallation())
                        .read(plan.getBytes(StandardCharsets.UTF_8))
                        .mistakes())
                .isNotEmpty();
    }

    private Set<ValidationMessage> mistakes(String yaml) {
        Object plan = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return rules.validate(JSON.<JsonNode>valueToTree(plan));
    }

    private static String definition(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> namesIn(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> textsIn(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode readTree(String path) {
        try (InputStream content = resource(path)) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String path) {
        return PlanSchemaTest.class.getResourceAsStream(path);
    }
}
