import { Checkbox, useSingleLineTemplateEvaluation } from '@bpmn-io/form-js-viewer';
import { Description, Errors, Required, controlProps } from './field.jsx';

/** Yes or no; the custom property `widget` = `switch` shows it as a switch to turn on. */
export function CheckboxField(props) {
  const { field, domId, errors = [], disabled, readonly, value = false, onChange, onBlur } = props;
  const isSwitch = field.properties?.widget === 'switch';
  const label = useSingleLineTemplateEvaluation(field.label || '');
  return (
    <div class={`field ${errors.length ? 'field--error' : ''}`}>
      <div class={`form-check ${isSwitch ? 'form-switch' : ''}`}>
        <input
          {...controlProps({ ...props, errors })}
          id={domId}
          class="form-check-input"
          type="checkbox"
          role={isSwitch ? 'switch' : undefined}
          checked={value}
          disabled={disabled || readonly}
          onChange={(event) => onChange({ value: event.target.checked })}
          onBlur={onBlur}
        />
        <label class="form-check-label" for={domId}>{label}{field.validate?.required && <Required />}</label>
      </div>
      <Description field={field} domId={domId} />
      <Errors errors={errors} domId={domId} />
    </div>
  );
}
CheckboxField.config = Checkbox.config;
