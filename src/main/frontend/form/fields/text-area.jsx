import { Textarea } from '@bpmn-io/form-js-viewer';
import { useEffect, useRef } from 'preact/hooks';
import { createCounter } from '../../portal/counter.js';
import { CannedAnswers } from './canned-answers.jsx';
import { Field, controlProps, useCalmErrors, useService } from './field.jsx';

/** Several lines of text, with a live counter when the length is limited, and canned answers where agents write. */
export function TextAreaField(props) {
  const { field, domId, disabled, readonly, value = '', onChange } = props;
  const calm = useCalmErrors(props);
  const textarea = useRef();
  const counter = useRef();
  const canned = useService('cannedAnswers');
  const max = Number(field.validate?.maxLength) || 0;

  // too long a text is kept and shown as such: cutting a pasted text in silence would lose its end
  useEffect(() => {
    if (max) counter.current.replaceChildren(createCounter(textarea.current, max));
  }, [max]);
  return (
    <Field field={field} domId={domId} errors={calm.errors}>
      {canned.length > 0 && !disabled && !readonly && (
        <CannedAnswers answers={canned} domId={domId} textarea={textarea} max={max} />
      )}
      <textarea
        {...controlProps({ ...props, ...calm })}
        ref={textarea}
        id={domId}
        class="form-control"
        rows="6"
        value={value}
        disabled={disabled}
        readOnly={readonly}
        onInput={(event) => onChange({ value: event.target.value })}
        onBlur={calm.onBlur}
      />
      <div ref={counter} />
    </Field>
  );
}
TextAreaField.config = Textarea.config;
