package org.navette.partners;

import static org.navette.Modeler.changed;
import static org.navette.Modeler.shipped;

import java.util.Map;

/** New versions of partner-request.bpmn and its forms, as a process owner would draw them. */
final class ChangedRequest {

    static final String FILE = "partner-request.bpmn";
    static final String ANSWER_FORM = "partner-request.answer.form";
    private static final String PATH = "processes/partners/partner-request.bpmn";

    private ChangedRequest() {}

    /** A status is called otherwise; every element stays. */
    static String renamed() {
        return changed(PATH, "name=\"Pris en charge\"", "name=\"En cours\"");
    }

    /** "Répondre" gets another id. */
    static String otherId() {
        return shipped(PATH).replaceAll("UserTask_Answer(?=[\"<])", "UserTask_Reply");
    }

    /** The partner cannot cancel any more. */
    static String withoutCancellation() {
        return shipped(PATH)
                .replaceAll("(?s)<bpmn:boundaryEvent id=\"Event_Cancelled\".*?</bpmn:boundaryEvent>", "")
                .replaceAll("(?s)<bpmn:endEvent id=\"Event_CancelledEnd\".*?</bpmn:endEvent>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"Flow_Cancelled\"[^>]*/>", "")
                .replaceAll("(?s)<bpmndi:BPMNShape id=\"Event_Cancelled(End)?_di\".*?</bpmndi:BPMNShape>", "")
                .replaceAll("(?s)<bpmndi:BPMNEdge id=\"Flow_Cancelled_di\".*?</bpmndi:BPMNEdge>", "");
    }

    /** An agent checks before answering. */
    static String withVerification() {
        return changed(
                        PATH,
                        "sourceRef=\"Event_TakenInCharge\" targetRef=\"UserTask_Answer\" />",
                        "sourceRef=\"Event_TakenInCharge\" targetRef=\"UserTask_Verify\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_Verified\" sourceRef=\"UserTask_Verify\""
                                + " targetRef=\"UserTask_Answer\" />")
                .replace("<bpmn:incoming>Flow_ToAnswer</bpmn:incoming>", "<bpmn:incoming>Flow_Verified</bpmn:incoming>")
                .replace(
                        "<bpmn:userTask id=\"UserTask_Answer\"",
                        "<bpmn:userTask id=\"UserTask_Verify\" name=\"Vérifier\" camunda:assignee=\"${agent}\""
                                + " camunda:candidateGroups=\"${organism}-agent\">"
                                + "<bpmn:incoming>Flow_ToAnswer</bpmn:incoming>"
                                + "<bpmn:outgoing>Flow_Verified</bpmn:outgoing></bpmn:userTask>"
                                + "<bpmn:userTask id=\"UserTask_Answer\"");
    }

    /** The exchange ends on another day. */
    static String otherEnd() {
        return changed(PATH, ">${exchangeEndsAt}<", ">${deadlines.inDays(3)}<");
    }

    /** The answer needs a reference as well; the diagram changes with it. */
    static Map<String, String> withReference() {
        return Map.of(
                FILE,
                renamed(),
                ANSWER_FORM,
                changed(
                        "forms/partners/" + ANSWER_FORM,
                        "\"components\": [",
                        "\"components\": [{\"type\": \"textfield\", \"id\": \"Field_Reference\", \"key\": \"reference\","
                                + " \"label\": \"Référence\", \"validate\": {\"required\": true}},"));
    }
}
