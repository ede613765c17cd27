import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { validate } from '@bpmn-io/element-templates-validator';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

// What process owners open in Camunda Modeler. The house's own rules about names and ids are tests in Java.
const PROCESSES = fileURLToPath(new URL('../../../../processes/', import.meta.url));
const DMN = fileURLToPath(new URL('../../../../dmn/', import.meta.url));
const files = readdirSync(PROCESSES, { recursive: true });
// and one of the tests in Java, which begins with a start form
const START_FORM = '../src/test/resources/engine/trial-start.bpmn';
const diagrams = [...files.filter((file) => file.endsWith('.bpmn')), START_FORM];
const templates = files.filter((file) => /element-templates.*\.json$/.test(file));
// one for each diagram: rules remember the flows that they have seen, by the ids of their ends
const linter = () => new Linter({ config: json('.bpmnlintrc'), resolver: new NodeResolver() });

test('there are diagrams and element templates', () => {
  assert.ok(diagrams.length >= 3 && templates.length >= 3);
});

for (const file of diagrams) {
  test(`COMM-12 ${file} opens without warning and is lint clean`, async () => {
    const { rootElement, warnings } = await new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') })
      .fromXML(read(file), 'bpmn:Definitions');
    assert.deepEqual(warnings.map((warning) => warning.message), []);
    const reports = Object.entries(await linter().lint(rootElement))
      .flatMap(([rule, found]) => found.map((one) => `${one.id}: ${one.message} (${rule})`));
    assert.deepEqual(reports, []);
  });
}

for (const file of templates) {
  test(`COMM-12 ${file} is an element template of Camunda Modeler`, () => {
    const template = json(file);
    const { valid, errors } = validate(template);
    assert.ok(valid, JSON.stringify(errors?.map(({ dataPath, message }) => `${dataPath} ${message}`)));
    assert.equal(template.id, `navette.${basename(file, '.json')}`);
  });
}

for (const file of readdirSync(DMN, { recursive: true }).filter((name) => name.endsWith('.dmn'))) {
  test(`COMM-12 ${file} opens without warning, every decision and input is drawn, every rule and column labelled`, async () => {
    const { rootElement, warnings } = await new DmnModdle().fromXML(readFileSync(DMN + file, 'utf8'), 'dmn:Definitions');
    assert.deepEqual(warnings.map((warning) => warning.message), []);
    const drawn = rootElement.dmnDI.diagrams.flatMap((diagram) => diagram.diagramElements)
      .map((shape) => shape.dmnElementRef.id ?? shape.dmnElementRef.href?.slice(1));
    for (const element of rootElement.drgElement) {
      assert.ok(element.name && drawn.includes(element.id), element.id);
      for (const { id, label } of [...(element.decisionLogic?.input ?? []), ...(element.decisionLogic?.output ?? [])]) {
        assert.ok(label, id);
      }
      for (const { id, description } of element.decisionLogic?.rule ?? []) {
        assert.ok(description, id);
      }
    }
  });
}

function read(file) {
  return readFileSync(PROCESSES + file, 'utf8');
}

function json(file) {
  return JSON.parse(read(file));
}
