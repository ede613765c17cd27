package org.navette.engine;

/**
 * A Camunda Form as deployed.
 *
 * @param definitionId the deployed version; kept with what was answered
 * @param formId the form's own id, which is its file's name
 * @param version the number of that version
 * @param json the form's schema
 */
public record DeployedForm(String definitionId, String formId, int version, String json) {}
