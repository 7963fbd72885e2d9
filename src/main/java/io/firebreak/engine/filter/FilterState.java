package io.firebreak.engine.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.firebreak.rule.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;

/** All of a filter that a person can change, made comparable. */
final class FilterState {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private FilterState() {}

    /** The same for two filters that are named, select and show the same. */
    static String of(Filter filter) {
        FilterEntity entity = (FilterEntity) filter;
        List<String> parts = new ArrayList<>();
        parts.add(filter.getName());
        parts.add(Objects.toString(filter.getOwner(), ""));
        parts.add(inOrder(entity.getQueryInternal()));
        parts.add(inOrder(entity.getPropertiesInternal()));
        return Fingerprint.of(parts);
    }

    /** The engine writes the members of an object in no certain order. */
    private static String inOrder(String json) {
        try {
            return JSON.writeValueAsString(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException unreadable) {
            return json;
        }
    }
}
