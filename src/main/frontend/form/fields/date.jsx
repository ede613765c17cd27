import { Datetime } from '@bpmn-io/form-js-viewer';
import { useState } from 'preact/hooks';
import { formatDate, parseTypedDate } from '../../text/dates.js';
import { CalendarButton } from './calendar.jsx';
import { Field, controlProps, useCalmErrors } from './field.jsx';

/**
 * A day, typed as dd/mm/yyyy or picked. Its value is an ISO day, or the typed text when that is no day: the check then
 * refuses it, where form-js would drop it without a word. Times are left to form-js.
 */
export function DateField(props) {
  return props.field.subtype === 'date' ? <Day {...props} /> : <Datetime {...props} />;
}
DateField.config = {
  ...Datetime.config,
  sanitizeValue: (options) => (options.formField.subtype === 'date' && typeof options.value === 'string'
    ? options.value || null
    : Datetime.config.sanitizeValue(options)),
};

function Day(props) {
  const { field, domId, disabled, readonly, value, onChange } = props;
  const calm = useCalmErrors(props);
  const [typed, setTyped] = useState(null); // the text as it is being typed, null when people are not typing
  const onInput = (event) => {
    setTyped(event.target.value);
    onChange({ value: parseTypedDate(event.target.value) ?? (event.target.value.trim() || null) });
  };
  const onBlur = () => {
    setTyped(null);
    calm.onBlur();
  };
  return (
    <Field field={field} label={field.dateLabel} domId={domId} errors={calm.errors}>
      <div class="input-group date">
        <input
          {...controlProps({ ...props, ...calm })}
          id={domId}
          class="form-control"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          placeholder="jj/mm/aaaa"
          value={typed ?? formatDate(value)}
          disabled={disabled}
          readOnly={readonly}
          onInput={onInput}
          onBlur={onBlur}
        />
        {!disabled && !readonly && (
          <CalendarButton label={field.dateLabel} value={value} bounds={field.properties} onPick={(day) => onChange({ value: day })} />
        )}
      </div>
    </Field>
  );
}
