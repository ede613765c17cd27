import { Select } from '@bpmn-io/form-js-viewer';
import { Field, controlProps, useCalmErrors, useOnlyOffered, useOptions } from './field.jsx';

const PLACEHOLDER = 'Sélectionner…';

/** The browser's own select: every assistive technology and every phone knows it. */
export function SelectField(props) {
  const { field, domId, disabled, readonly, value, onChange } = props;
  const calm = useCalmErrors(props);
  const options = useOptions(field);
  const position = options.findIndex((option) => option.value === value);
  useOnlyOffered(value == null || position >= 0, value, null, onChange);
  return (
    <Field field={field} domId={domId} errors={calm.errors}>
      <select
        {...controlProps({ ...props, ...calm })}
        id={domId}
        class="form-select"
        disabled={disabled || readonly}
        onChange={(event) => onChange({ value: options[event.target.value]?.value ?? null })}
        onBlur={calm.onBlur}
      >
        <option value="" selected={position < 0}>{PLACEHOLDER}</option>
        {options.map((option, index) => <option key={option.value} value={index} selected={index === position}>{option.label}</option>)}
      </select>
    </Field>
  );
}
SelectField.config = Select.config;
