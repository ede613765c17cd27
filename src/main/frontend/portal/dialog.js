/**
 * An answer of the server, `<dialog open data-dialog data-dialog-next="id">`, stands in the page as a notice; here it opens
 * above it. Whoever closes it, or follows one of its links into the page, goes on where it says.
 */
export function openDialogs(root) {
  for (const dialog of root.querySelectorAll('dialog[data-dialog]')) {
    let next = dialog.dataset.dialogNext;
    // close() would tell its listeners
    dialog.removeAttribute('open');
    dialog.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]');
      if (!link) return;
      // a plain jump would add an entry to the history, into a page that the dialog keeps still
      event.preventDefault();
      next = link.hash.slice(1);
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      const target = document.getElementById(next);
      target?.focus({ preventScroll: true });
      (target?.closest('.field') ?? target)?.scrollIntoView({ block: 'center' });
    });
    dialog.showModal();
  }
}
