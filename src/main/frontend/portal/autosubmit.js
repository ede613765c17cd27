/** A select marked `data-autosubmit` sends its form as soon as another choice is made. */
export function submitSelectsOnChange() {
  document.addEventListener('change', (event) => {
    if (event.target.matches('select[data-autosubmit]')) event.target.form?.requestSubmit();
  });
}
