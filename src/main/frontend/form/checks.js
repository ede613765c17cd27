import { checkDate } from '../text/dates.js';
import { applyTransform } from '../text/transforms.js';
import { translate } from './texts.js';

const REQUIRED = translate('Field is required.');
const UNTICKED = 'Cochez cette case pour continuer.';
const PATTERN_FAILED = translate('Field must match pattern {value}.');

/**
 * Adds to form-js's validator what our custom properties say: values are checked as they will be stored (`transform`),
 * patterns answer with the field's own `message`, dates keep within `min` and `max`, and what the server refused stays
 * shown until it is changed or sent again.
 */
export class Checks {
  constructor(validator, formFieldRegistry) {
    this.refused = new Map();
    const check = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => {
      const field = formFieldRegistry.get(instance.id);
      const properties = field?.properties ?? {};
      const errors = check(instance, applyTransform(properties.transform, value))
        .map((error) => (error === PATTERN_FAILED && properties.message ? properties.message : error))
        .map((error) => (error === REQUIRED && field?.type === 'checkbox' ? UNTICKED : error));
      if (field?.type === 'datetime' && field.subtype === 'date' && value) {
        const error = checkDate(value, properties);
        if (error) errors.push(error);
      }
      return [...errors, ...this.#refusals(field, value)];
    };
  }

  /** @param errors `{ fieldKey: [messages] }` from the server, @param answers what it refused */
  refuse(errors, answers) {
    for (const [key, messages] of Object.entries(errors)) this.refused.set(key, { value: answers[key], messages });
  }

  /** People send the same answers again: let the server judge again. */
  forgetRefusals() {
    this.refused.clear();
  }

  #refusals(field, value) {
    const refused = this.refused.get(field?.key);
    const isSame = refused && JSON.stringify(refused.value ?? null) === JSON.stringify(value || null);
    return isSame ? refused.messages : [];
  }
}
Checks.$inject = ['validator', 'formFieldRegistry'];
