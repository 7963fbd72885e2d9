package io.firebreak.engine.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks a Camunda Form: readable, and of a kind that the Tasklist of this engine can show. */
@Component
class CamundaFormCheck implements FileCheck {

    /** What form-js 1.8.7 knows, the version inside Tasklist 7.24. */
    private static final int NEWEST_SCHEMA = 16;

    /** Without those that load a page from elsewhere ("iframe") or could show foreign text as HTML ("html"). */
    private static final Set<String> COMPONENTS = Set.of(
            "button",
            "checkbox",
            "checklist",
            "datetime",
            "default",
            "dynamiclist",
            "expression",
            "group",
            "image",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "table",
            "taglist",
            "text",
            "textarea",
            "textfield");

    private final ObjectMapper json;

    CamundaFormCheck(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String suffix() {
        return "form";
    }

    @Override
    public List<BundleProblem> check(String path, byte[] content, Bundle bundle) {
        JsonNode form;
        try {
            form = json.readTree(content);
        } catch (IOException e) {
            return List.of(new BundleProblem(path, "the file", "This is no readable form: " + e.getMessage()));
        }
        List<BundleProblem> problems = new ArrayList<>();
        if (!form.path("id").asText().equals(Bundle.baseName(path))) {
            problems.add(new BundleProblem(
                    path, "id", "The form must have the file's name as its id: " + Bundle.baseName(path)));
        }
        if (form.path("schemaVersion").asInt(Integer.MAX_VALUE) > NEWEST_SCHEMA) {
            problems.add(new BundleProblem(
                    path,
                    "schemaVersion",
                    "Tasklist shows forms up to schema version %d; choose the platform version 7.24 in Modeler."
                            .formatted(NEWEST_SCHEMA)));
        }
        checkComponents(path, form.path("components"), problems);
        return problems;
    }

    private static void checkComponents(String path, JsonNode components, List<BundleProblem> problems) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                problems.add(new BundleProblem(
                        path, component.path("id").asText(), "A form can't hold a \"%s\" here.".formatted(type)));
            }
            checkComponents(path, component.path("components"), problems);
        }
    }
}
