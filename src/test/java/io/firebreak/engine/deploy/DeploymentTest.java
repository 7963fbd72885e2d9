package io.firebreak.engine.deploy;

import static io.firebreak.engine.deploy.ProbeBundle.diagram;
import static io.firebreak.engine.deploy.ProbeBundle.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** What is broken is refused whole, by every way in, and what ran keeps running. */
@FirebreakTest
class DeploymentTest {

    private static final String FEEL_INPUT = "<inputExpression id=\"Expression_A\"><text>a</text></inputExpression>";
    private static final String ANY = "<inputEntry id=\"Cell_In\"><text></text></inputEntry>";
    private static final String TEXT = "<outputEntry id=\"Cell_Out\"><text>\"x\"</text></outputEntry>";

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private BundleSource source;

    @Autowired
    private ProcessDeployer deployer;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private CaseDriver driver;

    private ProbeBundle bundle;
    private Object realFolder;
    private Web web;

    @BeforeEach
    void useAnotherFolder() {
        web = new Web(port);
        bundle = new ProbeBundle(folder);
        realFolder = ReflectionTestUtils.getField(source, "directory");
        ReflectionTestUtils.setField(source, "directory", folder.toString());
    }

    @AfterEach
    void useTheRealFolder() {
        ReflectionTestUtils.setField(source, "directory", realFolder);
        deployer.deploy(Actor.FIREBREAK);
    }

    /** One mistake: in which file, what is in it, and which element and reason are named. */
    record Mistake(String file, String content, String element, String reason) {

        @Override
        public String toString() {
            return file + ": " + reason + " (" + element + ")";
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        mistakesOfDiagrams(),
                        mistakesOfCode(),
                        mistakesOfExpressions(),
                        mistakesOfReferences(),
                        mistakesOfTables(),
                        mistakesOfForms())
                .flatMap(List::stream);
    }

    private static List<Mistake> mistakesOfDiagrams() {
        return List.of(
                new Mistake("Probe.bpmn", "<bpmn:definitions", "line 1", "no readable diagram"),
                new Mistake(
                        "Probe.bpmn",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                        "line 1",
                        "DOCTYPE"),
                new Mistake("Probe.bpmn", diagram("<bpmn:nonsense id=\"A\" />"), "the file", "no valid BPMN"),
                new Mistake(
                        "Probe.bpmn",
                        diagram("<bpmn:sequenceFlow id=\"Flow\" sourceRef=\"Start\" targetRef=\"Gone\" />"),
                        "the file",
                        "no valid BPMN"),
                new Mistake("Other.bpmn", diagram(""), "Probe", "must have the file's name as its id: Other"),
                new Mistake(
                        "Probe.bpmn",
                        diagram("").replace("camunda:historyTimeToLive=\"P1D\"", ""),
                        "Probe",
                        "time to live is missing"));
    }

    private static List<Mistake> mistakesOfCode() {
        return List.of(
                code(
                        "<bpmn:scriptTask id=\"A\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                        "Scripts"),
                code("<bpmn:serviceTask id=\"A\" camunda:class=\"java.lang.ProcessBuilder\" />", "Java class"),
                code("<bpmn:serviceTask id=\"A\" old:class=\"java.lang.ProcessBuilder\" />", "Java class"),
                code(
                        "<bpmn:serviceTask id=\"A\" old:expression=\"${closeCase}\" />",
                        "namespace http://activiti.org/bpmn"),
                code(task("<camunda:executionListener class=\"java.lang.Object\" event=\"start\" />"), "Java class"),
                code(task("<camunda:taskListener class=\"java.lang.Object\" event=\"create\" />"), "Java class"),
                code(
                        task(
                                "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:taskListener>"),
                        "Scripts"),
                code(
                        task(
                                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
                        "Scripts"),
                code(
                        task(
                                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                        "connectors"),
                code(
                        task(
                                "<camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"java.lang.Object\" /></camunda:validation></camunda:formField></camunda:formData>"),
                        "Java class"),
                code("<bpmn:userTask id=\"A\" camunda:formHandlerClass=\"java.lang.Object\" />", "Java class"),
                code(
                        "<bpmn:callActivity id=\"A\" calledElement=\"SocialMediaCrisis\" camunda:calledElementBinding=\"deployment\" camunda:variableMappingClass=\"java.lang.Object\" />",
                        "Java class"),
                code("<bpmn:serviceTask id=\"A\" camunda:type=\"shell\" />", "type \"shell\""),
                code(
                        "<bpmn:intermediateThrowEvent id=\"A\"><bpmn:messageEventDefinition camunda:type=\"shell\"><bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"id\" /></bpmn:extensionElements></bpmn:messageEventDefinition></bpmn:intermediateThrowEvent>",
                        "type \"shell\""),
                code(
                        "<bpmn:intermediateCatchEvent id=\"A\"><bpmn:conditionalEventDefinition id=\"D\"><bpmn:condition xsi:type=\"bpmn:tFormalExpression\" language=\"juel\">${1}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
                        "not a script"),
                code(
                        "<bpmn:endEvent id=\"A\" /><bpmn:sequenceFlow id=\"Flow\" sourceRef=\"Start\" targetRef=\"A\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">1</bpmn:conditionExpression></bpmn:sequenceFlow>",
                        "not a script",
                        "Flow"));
    }

    private static List<Mistake> mistakesOfExpressions() {
        return List.of(
                code(call("${nobody.act(execution)}"), "calls nobody"),
                code(call("${dataSource.getConnection()}"), "calls dataSource"),
                code(call("${closeCase.removeAll(execution)}"), "closeCase.removeAll, which does not exist"),
                code(call("${closeCase.getClass()}"), "closeCase.getClass, which does not exist"),
                code(call("${''.getClass().forName('java.lang.Runtime')}"), "looks into a value"),
                code(call("${execution.getEngineServices()}"), "calls execution"),
                code(call("${coolDown.endsAt(execution).getClass()}"), "looks into a value"),
                code(call("${execution['processEngine']}"), "is not understood"),
                code(call("before ${closeCase}"), "one expression and nothing else"),
                code(call("${exec()}"), "calls exec, which does not exist"),
                code("<bpmn:serviceTask id=\"A\" camunda:delegateExpression=\"${nobody}\" />", "no JavaDelegate"),
                code("<bpmn:serviceTask id=\"A\" camunda:delegateExpression=\"closeCase\" />", "no JavaDelegate"),
                code("<bpmn:serviceTask id=\"A\" camunda:delegateExpression=\"${recordTiming}\" />", "no JavaDelegate"),
                code(
                        task("<camunda:executionListener delegateExpression=\"${closeCase}\" event=\"start\" />"),
                        "no ExecutionListener"),
                code(
                        task("<camunda:taskListener delegateExpression=\"${closeCase}\" event=\"create\" />"),
                        "no TaskListener"),
                code(
                        task(
                                "<camunda:inputOutput><camunda:inputParameter name=\"x\">${''<!-- -->.getClass()}</camunda:inputParameter></camunda:inputOutput>"),
                        "looks into a value"),
                code(
                        task(
                                "<camunda:inputOutput><camunda:inputParameter name=\"x\">$<!-- -->{''.getClass()}</camunda:inputParameter></camunda:inputOutput>"),
                        "looks into a value"),
                code(
                        task(
                                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><![CDATA[$]]>{''.getClass()}</camunda:inputParameter></camunda:inputOutput>"),
                        "looks into a value"));
    }

    private static List<Mistake> mistakesOfReferences() {
        return List.of(
                code(
                        "<bpmn:userTask id=\"A\" camunda:formKey=\"embedded:deployment:forms/gone.html\" />",
                        "forms/gone.html is not in the bundle"),
                code(
                        "<bpmn:userTask id=\"A\" camunda:formKey=\"embedded:app:forms/a.html\" />",
                        "must begin with embedded:deployment:"),
                code(
                        "<bpmn:userTask id=\"A\" camunda:formKey=\"https://example.org/form\" />",
                        "must begin with embedded:deployment:"),
                code(
                        "<bpmn:userTask id=\"A\" camunda:formRef=\"gone\" camunda:formRefBinding=\"deployment\" />",
                        "gone.form is not in the bundle"),
                code(
                        "<bpmn:businessRuleTask id=\"A\" camunda:decisionRef=\"Gone\" camunda:decisionRefBinding=\"deployment\" />",
                        "Gone.dmn is not in the bundle"),
                code(
                        "<bpmn:businessRuleTask id=\"A\" camunda:decisionRef=\"Severity\" />",
                        "must be bound to the deployment"),
                code(
                        "<bpmn:businessRuleTask id=\"A\" camunda:decisionRef=\"Severity\" camunda:decisionRefBinding=\"latest\" />",
                        "must be bound to the deployment"),
                code(
                        "<bpmn:callActivity id=\"A\" calledElement=\"Gone\" camunda:calledElementBinding=\"deployment\" />",
                        "Gone.bpmn is not in the bundle"),
                code(
                        "<bpmn:callActivity id=\"A\" calledElement=\"SocialMediaCrisis\" />",
                        "must be bound to the deployment"));
    }

    private static List<Mistake> mistakesOfTables() {
        String juel =
                "<inputEntry id=\"Cell_In\" expressionLanguage=\"juel\"><text>${''.getClass()}</text></inputEntry>";
        String groovy = "<outputEntry id=\"Cell_Out\" expressionLanguage=\"groovy\"><text>1</text></outputEntry>";
        String broken = "<inputEntry id=\"Cell_In\"><text>&gt;&gt; 3 (</text></inputEntry>";
        String brokenOutput = "<outputEntry id=\"Cell_Out\"><text>\"x</text></outputEntry>";
        String valid = table(FEEL_INPUT, ANY, TEXT);
        return List.of(
                new Mistake("Probe.dmn", "<definitions>", "line 1", "no readable decision"),
                new Mistake("Probe.dmn", "<!DOCTYPE d><d/>", "line 1", "DOCTYPE"),
                new Mistake("Probe.dmn", valid.replace("decisionTable", "noTable"), "the file", "no valid DMN"),
                new Mistake("Probe.dmn", table(FEEL_INPUT, juel, TEXT), "Cell_In", "\"juel\" is not run"),
                new Mistake("Probe.dmn", table(FEEL_INPUT, ANY, groovy), "Cell_Out", "\"groovy\" is not run"),
                new Mistake(
                        "Probe.dmn",
                        valid.replace(
                                "name=\"Probe\" namespace", "name=\"Probe\" expressionLanguage=\"juel\" namespace"),
                        "Definitions_Probe",
                        "\"juel\" is not run"),
                new Mistake("Probe.dmn", table(FEEL_INPUT, broken, TEXT), "Cell_In", "is no FEEL"),
                new Mistake("Probe.dmn", table(FEEL_INPUT, ANY, brokenOutput), "Cell_Out", "is no FEEL"),
                new Mistake(
                        "Probe.dmn", table(FEEL_INPUT, ANY, TEXT.replace("\"x\"", "${x}")), "Cell_Out", "is no FEEL"),
                new Mistake("Other.dmn", valid, "the file", "must have the file's name as its id: Other"),
                new Mistake(
                        "Probe.dmn",
                        valid.replace("camunda:historyTimeToLive=\"P1D\"", ""),
                        "Probe",
                        "time to live is missing"));
    }

    private static List<Mistake> mistakesOfForms() {
        return List.of(
                form("<form></form><form></form>", "the file", "exactly one <form>"),
                form("<div>no form</div>", "the file", "exactly one <form>"),
                form("<form><div></form>", "line and column", ""),
                form("<form><script src=\"a.js\"></script></form>", "line 1, <script>", "loads nothing from elsewhere"),
                form("<form><iframe></iframe></form>", "line 1, <iframe>", "loads nothing from elsewhere"),
                form(
                        "<form><img src=\"https://example.org/a.png\"></form>",
                        "line 1, <img>",
                        "loads nothing from elsewhere"),
                form("<form><img ng-src=\"{{foreign}}\"></form>", "line 1, <img>", "loads nothing from elsewhere"),
                form("<form><p ng-include=\"'x'\"></p></form>", "line 1, <p>", "loads nothing from elsewhere"),
                form("<form><p ng-bind-html=\"x\"></p></form>", "line 1, <p>", "Foreign text is never HTML"),
                form("<form><p data-ng-bind-html=\"x\"></p></form>", "line 1, <p>", "Foreign text is never HTML"),
                form("<form><p x-ng:bind_html=\"x\"></p></form>", "line 1, <p>", "Foreign text is never HTML"),
                new Mistake("forms/probe.form", "{", "the file", "no readable form"),
                new Mistake(
                        "forms/probe.form",
                        camundaForm("other", 16, "textfield"),
                        "id",
                        "must have the file's name as its id"),
                new Mistake(
                        "forms/probe.form",
                        camundaForm("probe", 17, "textfield"),
                        "schemaVersion",
                        "up to schema version 16"),
                new Mistake(
                        "forms/probe.form",
                        camundaForm("probe", 16, "filepicker"),
                        "Field",
                        "can't hold a \"filepicker\""),
                new Mistake("forms/probe.form", camundaForm("probe", 16, "iframe"), "Field", "can't hold a \"iframe\""),
                new Mistake("forms/probe.form", camundaForm("probe", 16, "html"), "Field", "can't hold a \"html\""));
    }

    private static Mistake code(String elements, String reason) {
        return code(elements, reason, "A");
    }

    private static Mistake code(String elements, String reason, String element) {
        return new Mistake("Probe.bpmn", diagram(elements), element, reason);
    }

    private static Mistake form(String html, String element, String reason) {
        return new Mistake("forms/probe.html", html, element, reason);
    }

    private static String task(String extension) {
        return "<bpmn:userTask id=\"A\"><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:userTask>";
    }

    private static String call(String expression) {
        return "<bpmn:serviceTask id=\"A\" camunda:expression=\"" + expression + "\" />";
    }

    private static String camundaForm(String id, int schemaVersion, String component) {
        return """
                {"id": "%s", "type": "default", "schemaVersion": %d, "components": [{"id": "Field", "type": "%s", "key": "k"}]}
                """
                .formatted(id, schemaVersion, component);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldRefuseTheWholeBundleForOneMistake(Mistake mistake) {
        // given
        ProcessDefinition before = latest("SocialMediaCrisis");
        bundle.write(mistake.file(), mistake.content());

        // when
        HttpResponse<String> byFolder = web.post("designer", "/api/processes/deployment", "");
        HttpResponse<String> byEngine = deployByEngine("admin", mistake.file(), mistake.content());

        // then
        assertThat(byFolder.statusCode()).isEqualTo(422);
        assertThat(problemsIn(byFolder)).contains(mistake.file(), inJson(mistake.element()), inJson(mistake.reason()));
        assertThat(byEngine.statusCode()).isEqualTo(400);
        assertThat(byEngine.body()).contains(mistake.file(), inJson(mistake.element()), inJson(mistake.reason()));
        assertThat(latest("SocialMediaCrisis").getId()).isEqualTo(before.getId());
        assertThat(latest("Probe")).isNull();
        assertThat(web.get("admin", "/actuator/health").body())
                .contains("\"status\":\"REFUSED\"", mistake.file(), inJson(mistake.reason()));
    }

    @Test
    void shouldKeepARunningCaseUnharmedByABrokenBundle() {
        // given
        String reference = driver.report("Deployed in the middle");
        bundle.write(
                "SocialMediaCrisis.bpmn",
                diagram("")
                        .replace("\"Probe\"", "\"SocialMediaCrisis\"")
                        .replace("<bpmn:startEvent id=\"Start\" />", "<bpmn:scriptTask id=\"Start\" />"));

        // when
        assertThatThrownBy(() -> deployer.deploy(Actor.FIREBREAK)).isInstanceOf(Refusal.class);

        // then
        driver.assess(reference, "OWN_SLIP");
        assertThat(driver.openTasks(reference)).containsExactly("UserTask_WriteStatement");
    }

    @Test
    void shouldReportWhatTheEngineItselfFindsWrong() {
        // given
        bundle.write("Probe.bpmn", diagram("<bpmn:callActivity id=\"A\" />"));

        // when
        HttpResponse<String> answer = web.post("designer", "/api/processes/deployment", "");

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Probe.bpmn").contains("A");
        assertThat(latest("Probe")).isNull();
    }

    @Test
    void shouldRefuseKindsOfFilesThatNoCheckKnows() {
        // when
        HttpResponse<String> otherSuffix = deployByEngine(
                "admin",
                "Probe.bpmn20.xml",
                diagram(
                        "<bpmn:scriptTask id=\"A\" scriptFormat=\"juel\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"));
        HttpResponse<String> caseModel = deployByEngine("admin", "Probe.cmmn", "<definitions/>");
        HttpResponse<String> script = deployByEngine("admin", "evil.groovy", "1");

        // then
        assertThat(List.of(otherSuffix, caseModel, script)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Only diagrams (.bpmn), tables (.dmn), forms");
        });
        assertThat(latest("Probe")).isNull();
    }

    @Test
    void shouldRefuseAFolderThatCantBeRead() {
        // given
        ReflectionTestUtils.setField(source, "directory", folder.resolve("gone").toString());

        // when
        HttpResponse<String> answer = web.post("designer", "/api/processes/deployment", "");

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("can't be read from", "gone");
        assertThat(web.get("admin", "/actuator/health").body()).contains("\"status\":\"REFUSED\"");
    }

    @Test
    void shouldDeployAChangedBundleOnceAndAnUnchangedOneNever() {
        // given
        deployer.deploy(Actor.FIREBREAK);
        int before = latest("SocialMediaCrisis").getVersion();

        // when
        deployer.deploy(Actor.FIREBREAK);
        int unchanged = latest("SocialMediaCrisis").getVersion();
        bundle.write("Probe.bpmn", diagram("<bpmn:userTask id=\"A\" />"));
        HttpResponse<String> answer = web.post("designer", "/api/processes/deployment", "");
        deployer.deploy(Actor.FIREBREAK);

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(unchanged).isEqualTo(before);
        assertThat(latest("SocialMediaCrisis").getVersion()).isEqualTo(before + 1);
        assertThat(web.get("admin", "/actuator/health").body()).doesNotContain("REFUSED");
        repositoryService.deleteDeployment(latest("Probe").getDeploymentId(), true);
    }

    @Test
    void shouldLetOnlyDesignersAndAdministratorsDeploy() {
        // when
        List<Integer> staff = Stream.of("communitymanager", "crisislead", "management", "spokesperson")
                .map(user -> web.post(user, "/api/processes/deployment", "").statusCode())
                .toList();

        // then
        assertThat(staff).containsOnly(403);
        assertThat(web.post(null, "/api/processes/deployment", "").statusCode()).isEqualTo(401);
        assertThat(web.get("communitymanager", "/api/processes/deployment").statusCode())
                .isEqualTo(403);
        assertThat(web.post("admin", "/api/processes/deployment", "").statusCode())
                .isEqualTo(200);
        assertThat(deployByEngine("crisislead", "Probe.bpmn", diagram("")).statusCode())
                .isEqualTo(403);
        assertThat(deployByEngine("designer", "Probe.bpmn", diagram("")).statusCode())
                .isEqualTo(403);
        assertThat(latest("Probe")).isNull();
    }

    private HttpResponse<String> deployByEngine(String user, String file, String content) {
        String multipart =
                """
                --frontier\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                probe\r
                --frontier\r
                Content-Disposition: form-data; name="%1$s"; filename="%1$s"\r
                Content-Type: application/octet-stream\r
                \r
                %2$s\r
                --frontier--\r
                """
                        .formatted(file, content);
        return web.send(
                user,
                "POST",
                "/engine-rest/deployment/create",
                multipart,
                "Content-Type",
                "multipart/form-data; boundary=frontier");
    }

    private ProcessDefinition latest(String key) {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private static String problemsIn(HttpResponse<String> answer) {
        return answer.body().substring(answer.body().indexOf("\"problems\""));
    }

    private static String inJson(String text) {
        return text.replace("\"", "\\\"");
    }
}
