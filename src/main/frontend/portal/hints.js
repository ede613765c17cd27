/** Explanations (`[data-hint]`) close on Escape without losing focus, and open anew when they are left and come back to. */
export function closeHintsOnEscape() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const hint of document.querySelectorAll('[data-hint]')) {
      if (hint.matches(':hover, :focus-within')) hint.dataset.closed = '';
    }
  });
  for (const left of ['focusout', 'mouseout']) {
    document.addEventListener(left, (event) => {
      const hint = event.target.closest('[data-hint]');
      if (hint && !hint.contains(event.relatedTarget)) delete hint.dataset.closed;
    });
  }
}
