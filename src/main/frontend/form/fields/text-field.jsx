import { Textfield, useSingleLineTemplateEvaluation } from '@bpmn-io/form-js-viewer';
import { applyTransform } from '../../text/transforms.js';
import { Field, controlProps, useCalmErrors } from './field.jsx';

/** One line of text. Its `transform` is applied on leaving, so that people see what will be stored. */
export function TextField(props) {
  const { field, domId, disabled, readonly, value = '', onChange } = props;
  const { transform } = field.properties ?? {};
  const calm = useCalmErrors(props);
  const prefix = useSingleLineTemplateEvaluation(field.appearance?.prefixAdorner || '');
  const suffix = useSingleLineTemplateEvaluation(field.appearance?.suffixAdorner || '');

  const onBlur = () => {
    const stored = applyTransform(transform, value);
    if (stored !== value) onChange({ value: stored });
    calm.onBlur();
  };
  return (
    <Field field={field} domId={domId} errors={calm.errors}>
      <div class="input-group">
        {prefix && <span class="input-group-text">{prefix}</span>}
        <input
          {...controlProps({ ...props, ...calm })}
          id={domId}
          class="form-control"
          type="text"
          inputMode={transform === 'phone' ? 'tel' : undefined}
          autocomplete="off"
          value={value}
          disabled={disabled}
          readOnly={readonly}
          onInput={(event) => onChange({ value: event.target.value })}
          onBlur={onBlur}
        />
        {suffix && <span class="input-group-text">{suffix}</span>}
      </div>
    </Field>
  );
}
TextField.config = Textfield.config;
