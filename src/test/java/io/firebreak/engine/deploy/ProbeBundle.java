package io.firebreak.engine.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the real {@code processes/} with one file more, which a test can break. */
final class ProbeBundle {

    private static final Path REAL = Path.of("processes");

    private final Path folder;

    ProbeBundle(Path folder) {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(REAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(REAL.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    void write(String path, String content) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A diagram {@code Probe} around these elements. */
    static String diagram(String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:old="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_Probe" targetNamespace="probe">
                  <bpmn:process id="Probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start" />
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """
                .formatted(elements);
    }

    /** A decision {@code Probe} of one row. */
    static String table(String inputExpression, String inputEntry, String outputEntry) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_Probe" name="Probe" namespace="probe">
                  <decision id="Probe" name="Probe" camunda:historyTimeToLive="P1D">
                    <decisionTable id="Table_Probe">
                      <input id="Input_A">%s</input>
                      <output id="Output_B" name="b" typeRef="string" />
                      <rule id="Rule_1">%s%s</rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                .formatted(inputExpression, inputEntry, outputEntry);
    }
}
