import { counterText, formatNumber } from '../text/numbers.js';

const ANNOUNCE_AFTER_MS = 1000;
const NEARLY_FULL = 0.9;
let lastId = 0;

/** Puts a live counter under each text area that has a maximum length. */
export function mountCounters(root) {
  for (const textarea of root.querySelectorAll('textarea[maxlength]')) {
    if (textarea.dataset.counted) continue;
    textarea.dataset.counted = 'true';
    textarea.after(createCounter(textarea, textarea.maxLength));
  }
}

/**
 * A counter that follows a text area. It is read out only when the limit is near, once the person stops typing:
 * a number spoken at every key would drown everything else.
 */
export function createCounter(textarea, max) {
  const visible = element('p', 'counter');
  const spoken = element('span', 'visually-hidden');
  spoken.setAttribute('role', 'status');
  visible.id = `counter-${++lastId}`;
  textarea.setAttribute('aria-describedby', `${textarea.getAttribute('aria-describedby') ?? ''} ${visible.id}`.trim());

  let timer;
  const update = () => {
    const { length } = textarea.value;
    visible.textContent = counterText(length, max);
    visible.classList.toggle('counter--over', length > max);
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = announcement(length, max); }, ANNOUNCE_AFTER_MS);
  };
  textarea.addEventListener('input', update);
  update();

  const wrapper = element('div', 'counter-box');
  wrapper.append(visible, spoken);
  return wrapper;
}

function announcement(length, max) {
  if (length > max) return `${formatNumber(length - max)} caractères de trop`;
  if (length >= max * NEARLY_FULL) return `Encore ${formatNumber(max - length)} caractères possibles`;
  return '';
}

function element(name, className) {
  return Object.assign(document.createElement(name), { className });
}
