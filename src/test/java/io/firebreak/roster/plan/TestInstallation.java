package io.firebreak.roster.plan;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A small house: three spokespeople and a crisis lead, one of them without a mail address. */
class TestInstallation implements Installation {

    private static final Map<String, Set<String>> MEMBERS =
            Map.of("spokesperson", Set.of("anna", "luca", "nomail"), "crisislead", Set.of("giulia"), "legal", Set.of());

    private final Map<String, String> files = new HashMap<>();

    TestInstallation with(String file, String content) {
        files.put(file, content);
        return this;
    }

    @Override
    public Map<String, Boolean> users(Collection<String> userIds) {
        return userIds.stream()
                .filter(id -> Set.of("anna", "luca", "giulia", "nomail").contains(id))
                .collect(Collectors.toMap(
                        id -> id, id -> !id.equals("nomail"), (one, other) -> one, LinkedHashMap::new));
    }

    @Override
    public Set<String> groups() {
        return MEMBERS.keySet();
    }

    @Override
    public Set<String> membersOf(String group) {
        return MEMBERS.getOrDefault(group, Set.of());
    }

    @Override
    public Set<String> channels() {
        return Set.of("newsroom", "shops");
    }

    @Override
    public boolean hasSecret(String name) {
        return name.equals("on-call");
    }

    @Override
    public Optional<byte[]> calendarFile(String name) {
        return Optional.ofNullable(files.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
