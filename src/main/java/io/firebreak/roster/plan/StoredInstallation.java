package io.firebreak.roster.plan;

import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The surroundings of a version that was right when it was imported: whatever it names was there. */
final class StoredInstallation implements Installation {

    private final Map<String, String> calendarFiles;

    /**
     * @param calendarFiles their texts by their names, as they were
     */
    StoredInstallation(Map<String, String> calendarFiles) {
        this.calendarFiles = calendarFiles;
    }

    @Override
    public Map<String, Boolean> users(Collection<String> userIds) {
        return userIds.stream().collect(Collectors.toMap(id -> id, id -> true));
    }

    @Override
    public Set<String> groups() {
        return new Whatever();
    }

    @Override
    public Set<String> membersOf(String group) {
        return new Whatever();
    }

    @Override
    public Set<String> channels() {
        return new Whatever();
    }

    @Override
    public boolean hasSecret(String name) {
        return true;
    }

    @Override
    public Optional<byte[]> calendarFile(String name) {
        return Optional.ofNullable(calendarFiles.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Holds every word that it is asked for, and can't be counted. */
    private static final class Whatever extends AbstractSet<String> {

        @Override
        public boolean contains(Object word) {
            return true;
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
