package io.firebreak.publishing;

import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelKind;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The accounts that are set up, in the order of their audiences and names. */
@Component
class Accounts {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

    private final Map<String, ChannelAccount> byName;

    Accounts(PublishingProperties properties, List<ChannelKind> kinds, AccountStore store) {
        Map<String, ChannelKind> kindsByName =
                kinds.stream().collect(Collectors.toMap(ChannelKind::name, Function.identity()));
        Map<String, ChannelAccount> opened = new TreeMap<>();
        properties.channels().forEach((name, settings) -> {
            if (settings.enabled()) {
                opened.put(name, open(name, settings, kindsByName, store));
            }
        });
        this.byName = opened;
    }

    private static ChannelAccount open(
            String name, AccountProperties settings, Map<String, ChannelKind> kinds, AccountStore store) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "firebreak.channels.%s is no name; please use small letters, digits and hyphens.".formatted(name));
        }
        ChannelKind kind = kinds.get(settings.kind());
        if (kind == null) {
            throw new IllegalArgumentException("firebreak.channels.%s.kind is \"%s\"; please give one of %s."
                    .formatted(
                            name,
                            settings.kind(),
                            String.join(", ", kinds.keySet().stream().sorted().toList())));
        }
        requirePositive(name, settings);
        requireLanguages(name, settings);
        Channel channel = kind.open(settings.account(name), store.memoryOf(name));
        return new ChannelAccount(settings.account(name), settings, channel);
    }

    private static void requirePositive(String name, AccountProperties settings) {
        if (settings.concurrency() < 1
                || settings.budget() < 1
                || settings.budgetPeriod().toMillis() < 1) {
            throw new IllegalArgumentException(
                    "firebreak.channels.%s: concurrency, budget and budget-period must be more than nothing."
                            .formatted(name));
        }
    }

    private static void requireLanguages(String name, AccountProperties settings) {
        for (String language : settings.languages()) {
            try {
                LanguageTag.require("languages", language);
            } catch (Refusal unknown) {
                throw new IllegalArgumentException(
                        "firebreak.channels.%s.languages has \"%s\"; please give codes such as en, es, it or pl."
                                .formatted(name, language));
            }
        }
    }

    List<ChannelAccount> all() {
        List<ChannelAccount> all = new ArrayList<>(byName.values());
        all.sort(Comparator.comparing(ChannelAccount::audience));
        return all;
    }

    List<ChannelAccount> of(Audience audience) {
        return all().stream().filter(account -> account.audience() == audience).toList();
    }

    Optional<ChannelAccount> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
