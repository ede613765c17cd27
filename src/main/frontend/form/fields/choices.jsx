import { Checklist, Radio } from '@bpmn-io/form-js-viewer';
import { Field, useOnlyOffered, useOptions } from './field.jsx';

/** One choice among a few. */
export function RadioField(props) {
  const { field, value, onChange } = props;
  const options = useOptions(field);
  const isOffered = value == null || options.some((option) => option.value === value);
  useOnlyOffered(isOffered, value, null, onChange);
  return <Choices {...props} options={options} type="radio" isChecked={(option) => option.value === value}
    onPick={(option) => onChange({ value: option.value })} />;
}
RadioField.config = Radio.config;

/** Several choices, shown as chips. */
export function ChecklistField(props) {
  const { field, value, onChange } = props;
  const options = useOptions(field);
  const chosen = value ?? [];
  const offered = chosen.filter((one) => options.some((option) => option.value === one));
  useOnlyOffered(offered.length === chosen.length, value, offered, onChange);
  const toggle = ({ value: one }) =>
    onChange({ value: chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one] });
  return <Choices {...props} options={options} type="checkbox" isChecked={(option) => chosen.includes(option.value)} onPick={toggle} />;
}
ChecklistField.config = Checklist.config;

function Choices({ field, domId, errors = [], disabled, readonly, onFocus, onBlur, options, type, isChecked, onPick }) {
  const leave = (event) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
  };
  return (
    <Field field={field} domId={domId} errors={errors} disabled={disabled || readonly} asGroup>
      <div class="chips" onFocusIn={onFocus} onFocusOut={leave}>
        {options.map((option, index) => (
          <label class={`chip chip--${type}`} key={option.value}>
            <input
              id={`${domId}-${index}`}
              type={type}
              name={domId}
              checked={isChecked(option)}
              aria-invalid={errors.length > 0}
              aria-describedby={`${domId}-description ${domId}-errors`}
              onChange={() => onPick(option)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Field>
  );
}
