package io.firebreak.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;

/** Types into the form of a task in Tasklist and does not hand it in. */
public final class Typist {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final TaskService taskService;

    public Typist(int port, TaskService taskService) {
        this.port = port;
        this.taskService = taskService;
    }

    /**
     * The first words that anybody types for the task; then the person gives it back.
     *
     * @param taskId of a task that nobody holds; the chain of command may have asked the person to take it
     */
    public void type(String taskId, String person, Map<String, Object> typed) {
        taskService.addCandidateUser(taskId, person);
        taskService.setAssignee(taskId, person);
        HttpResponse<String> kept = WebappSession.signIn(port, person, "tasklist")
                .put(
                        "/api/tasklist/plugin/firebreak/default/tasks/" + taskId + "/draft",
                        written(Map.of("person", person, "version", 0, "typed", written(typed))));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        taskService.setAssignee(taskId, null);
        taskService.deleteCandidateUser(taskId, person);
    }

    private static String written(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
