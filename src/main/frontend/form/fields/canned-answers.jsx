import { useRef, useState } from 'preact/hooks';
import { plural } from '../../text/numbers.js';
import { insertAt } from '../../text/insertion.js';

/**
 * The texts that an organism keeps ready, inserted into a field where its cursor is.
 *
 * @param answers `[{ group, title, text }]`, the most fitting first
 * @param textarea reference to the field
 * @param max longest text of the field; 0 when there is no limit
 */
export function CannedAnswers({ answers, domId, textarea, max }) {
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState({ text: '', isRefusal: false });
  const select = useRef();

  function insert() {
    const answer = answers[Number(chosen)];
    if (chosen === '' || !answer) {
      setSaid({ text: 'Choisissez une réponse type dans la liste.', isRefusal: true });
      select.current.focus();
      return;
    }
    const field = textarea.current;
    const { text, caret } = insertAt(field.value, field.selectionEnd, answer.text);
    if (max && text.length > max) {
      setSaid({ text: tooLong(answer, text.length - max), isRefusal: true });
      return;
    }
    // as if it had been typed: form, counter and draft follow
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    field.setSelectionRange(caret, caret);
    setChosen('');
    setSaid({ text: `« ${answer.title} » est insérée : relisez, complétez.`, isRefusal: false });
  }

  return (
    <div class="canned">
      <label class="canned__label" for={`${domId}-canned`}>Insérer une réponse type</label>
      <div class="canned__choice">
        <select id={`${domId}-canned`} class="form-select" ref={select} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">Choisir…</option>
          {groups(answers).map(({ name, entries }) => (
            <optgroup key={name} label={name}>
              {entries.map(({ title, at }) => <option key={at} value={String(at)}>{title}</option>)}
            </optgroup>
          ))}
        </select>
        <button type="button" class="btn btn-default" onClick={insert}>Insérer</button>
      </div>
      <p class={`canned__said ${said.isRefusal ? 'canned__said--refusal' : ''}`} role="status">{said.text}</p>
    </div>
  );
}

function groups(answers) {
  const byName = new Map();
  answers.forEach(({ group, title }, at) => byName.set(group, [...(byName.get(group) ?? []), { title, at }]));
  return [...byName].map(([name, entries]) => ({ name, entries }));
}

function tooLong({ title }, excess) {
  return `« ${title} » ne tient pas : il y aurait ${plural(excess, 'caractère')} de trop. Raccourcissez votre texte ou choisissez-en une autre.`;
}
