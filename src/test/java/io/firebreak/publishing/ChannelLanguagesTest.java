package io.firebreak.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.firebreak.rule.Refusal;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which texts go out on an account that is for some languages alone. */
class ChannelLanguagesTest {

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void shouldBringATextToTheAccountsOfItsLanguageAndToThoseOfAll() {
        // given
        account("everybody", null);
        account("polska", "pl");
        account("iberia", "es, pt-BR");

        // when, then
        assertThat(channelsFor("pl")).containsExactly("everybody", "polska");
        assertThat(channelsFor("pt-PT")).containsExactly("everybody", "iberia");
        assertThat(channelsFor("en")).containsExactly("everybody");
    }

    @Test
    void shouldRefuseATextThatWouldReachNobody() {
        // given
        account("polska", "pl");

        // when, then
        assertThatThrownBy(() -> channelsFor("it"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("No public channel takes texts in this language (it)");
    }

    @Test
    void shouldRefuseToStartWithALanguageThatDoesNotExist() {
        // given
        account("polska", "polish");

        // when, then
        assertThatThrownBy(this::accounts)
                .hasMessage(
                        "firebreak.channels.polska.languages has \"polish\"; please give codes such as en, es, it or pl.");
    }

    private void account(String name, String languages) {
        settings.put("firebreak.channels." + name + ".kind", "scripted");
        if (languages != null) {
            settings.put("firebreak.channels." + name + ".languages", languages);
        }
    }

    private List<String> channelsFor(String language) {
        return new StatementRenderer(accounts())
                        .render(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                new StatementText(language, "Title", "Text", false, null),
                                List.of())
                        .stream()
                        .map(Rendering::channel)
                        .toList();
    }

    private Accounts accounts() {
        PublishingProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bind("firebreak", PublishingProperties.class)
                .get();
        return new Accounts(properties, List.of(new ScriptedChannels()), mock(AccountStore.class));
    }
}
