import { FormContext, useExpressionEvaluation, useSingleLineTemplateEvaluation } from '@bpmn-io/form-js-viewer';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

/** A service of the form that the component is in. */
export function useService(name) {
  return useContext(FormContext).getService(name);
}

/** Ids and ARIA attributes that tie a control to its description and its errors. */
export function controlProps({ domId, errors, field, onFocus }) {
  return {
    'aria-describedby': `${domId}-description ${domId}-errors`,
    'aria-invalid': errors.length > 0,
    onFocus,
    ...(field.validate?.required && { 'aria-required': 'true' }),
  };
}

/**
 * Errors to show now. form-js checks at every key; telling people that a number is wrong at its first digit is no help,
 * so new errors wait until they leave the field, while a shown one goes as soon as it is mended.
 */
export function useCalmErrors({ errors = [], onFocus, onBlur }) {
  const [shownOnEntry, setShownOnEntry] = useState(null); // null when people are not in the field
  return {
    errors: shownOnEntry ? errors.filter((error) => shownOnEntry.includes(error)) : errors,
    onFocus() {
      setShownOnEntry(errors);
      onFocus?.();
    },
    onBlur() {
      setShownOnEntry(null);
      onBlur?.();
    },
  };
}

/** Label (or legend, for several controls), control, description and errors of a field. */
export function Field({ field, label = field.label, domId, errors, asGroup = false, disabled, className = '', children }) {
  const Wrapper = asGroup ? 'fieldset' : 'div';
  return (
    <Wrapper class={`field ${className} ${errors.length ? 'field--error' : ''}`} disabled={asGroup && disabled}>
      <Label field={field} label={label} domId={domId} asGroup={asGroup} />
      <Description field={field} domId={domId} />
      {children}
      <Errors errors={errors} domId={domId} />
    </Wrapper>
  );
}

function Label({ field, label, domId, asGroup }) {
  const text = useSingleLineTemplateEvaluation(label || '');
  if (!text) return null;
  const content = <>{text}{field.validate?.required && <Required spoken={asGroup} />}</>;
  return asGroup ? <legend class="field__label">{content}</legend> : <label class="field__label" for={domId}>{content}</label>;
}

/** The asterisk; a group has no attribute that says "required", so words say it there. */
export function Required({ spoken }) {
  return <><span class="field__required" aria-hidden="true">&nbsp;*</span>{spoken && <span class="visually-hidden"> (obligatoire)</span>}</>;
}

export function Description({ field, domId }) {
  const text = useSingleLineTemplateEvaluation(field.description || '');
  return <div id={`${domId}-description`} class="field__hint">{text}</div>;
}

/** Always in the page, so that what appears in it is read out. */
export function Errors({ errors, domId }) {
  return (
    <div id={`${domId}-errors`} class="field__errors" aria-live="polite">
      {errors.map((error) => <p class="field__error" key={error}>{error}</p>)}
    </div>
  );
}

/** The choices of a field, from the form itself, the page's data (`valuesKey`) or an expression: `[{ value, label }]`. */
export function useOptions({ values, valuesKey, valuesExpression }) {
  const { initialData } = useService('form')._getState();
  const computed = useExpressionEvaluation(valuesExpression);
  const source = valuesKey ? initialData?.[valuesKey] : values ?? computed;
  return useMemo(() => (Array.isArray(source) ? source.map(option) : []), [source]);
}

function option(entry) {
  return typeof entry === 'object' ? { value: entry.value, label: entry.label ?? String(entry.value) } : { value: entry, label: String(entry) };
}

/** Drops a value that is not, or no longer, among the choices. */
export function useOnlyOffered(isOffered, value, replacement, onChange) {
  useEffect(() => {
    if (!isOffered) onChange({ value: replacement });
  }, [isOffered, value]);
}
