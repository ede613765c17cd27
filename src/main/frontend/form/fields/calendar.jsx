import flatpickr from 'flatpickr';
import { French } from 'flatpickr/dist/l10n/fr.js';
import { useEffect, useRef } from 'preact/hooks';
import { isIsoDate, resolveBound } from '../../text/dates.js';

const LOCALE = { ...French, firstDayOfWeek: 1, monthAriaLabel: 'Mois', yearAriaLabel: 'Année', hourAriaLabel: 'Heure', minuteAriaLabel: 'Minute' };

/** Opens a month to pick a day in. Typing needs no calendar, so it opens only when asked for. */
export function CalendarButton({ label, value, bounds = {}, onPick }) {
  const button = useRef();
  const host = useRef();
  const picker = useRef();
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    // flatpickr wants an input of its own; people only see ours
    const input = document.createElement('input');
    input.hidden = true;
    host.current.append(input);
    picker.current = flatpickr(input, {
      locale: LOCALE,
      dateFormat: 'Y-m-d',
      ariaDateFormat: 'l j F Y',
      minDate: resolveBound(bounds.min),
      maxDate: resolveBound(bounds.max),
      clickOpens: false,
      disableMobile: true,
      appendTo: host.current,
      position: () => {}, // the style sheet places it, right under the field
      onChange: (_, day) => day && pick.current(day),
      onDayCreate: (_, __, ___, day) => pressable(day),
      onReady: (_, __, instance) => describe(instance, label),
      onClose: (_, __, instance) => {
        const { activeElement } = document;
        if (activeElement === document.body || instance.calendarContainer.contains(activeElement)) button.current.focus();
      },
    });
    return () => picker.current.destroy();
  }, []);

  const open = () => {
    const { current } = picker;
    current.setDate(isIsoDate(value) ? value : null, false);
    current.open();
    const day = '.flatpickr-day:not(.flatpickr-disabled)';
    const start = ['.selected', '.today', ''].map((kind) => current.calendarContainer.querySelector(day + kind)).find(Boolean);
    start?.focus();
  };
  return (
    <>
      <button ref={button} type="button" class="btn btn-outline-secondary date__button" onClick={open}>
        <span class="visually-hidden">Choisir dans un calendrier : {label}</span>
      </button>
      <div ref={host} class="date__calendar" />
    </>
  );
}

/** A day has a name only for who is told that it can be pressed. */
function pressable(day) {
  day.setAttribute('role', 'button');
  if (day.classList.contains('flatpickr-disabled')) day.setAttribute('aria-disabled', 'true');
}

function describe({ calendarContainer }, label) {
  calendarContainer.setAttribute('role', 'dialog');
  calendarContainer.setAttribute('aria-label', `Calendrier : ${label}`);
}
