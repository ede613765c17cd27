import { Checks } from './checks.js';
import { CheckboxField } from './fields/checkbox.jsx';
import { ChecklistField, RadioField } from './fields/choices.jsx';
import { DateField } from './fields/date.jsx';
import { FilesField } from './fields/files.jsx';
import { SelectField } from './fields/select.jsx';
import { TextField } from './fields/text-field.jsx';
import { TextAreaField } from './fields/text-area.jsx';
import { translate } from './texts.js';

// form-js draws each field with the component registered for its type
const FIELDS = [CheckboxField, ChecklistField, RadioField, DateField, FilesField, SelectField, TextField, TextAreaField];

class Fields {
  constructor(formFields) {
    for (const field of FIELDS) formFields.register(field.config.type, field);
  }
}
Fields.$inject = ['formFields'];

/** What makes form-js ours: French texts, our checks, our fields. */
export const navetteModule = {
  __init__: ['checks', 'navetteFields'],
  translate: ['value', translate],
  checks: ['type', Checks],
  // only the agents' pages have some
  cannedAnswers: ['value', []],
  navetteFields: ['type', Fields],
};
