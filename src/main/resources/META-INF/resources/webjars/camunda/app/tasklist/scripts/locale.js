/*
 * Camunda's pages begin while their locale file is on its way, and what is translated too early shows its key for good.
 * They look in the browser's storage first: the file is put there before they begin, which also leaves no old one behind.
 */
export async function storeLocale(application) {
  const root = document.querySelector('base').getAttribute('app-root');
  const folder = `${root}/app/${application}/locales/`;
  try {
    const answer = await fetch(`${folder}fr.json`);
    if (!answer.ok) return;
    const stored = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    stored[`${folder}_locales_data_fr_${window.bust}`] = JSON.stringify(await answer.json());
    localStorage.setItem('camunda-web', JSON.stringify(stored));
  } catch {
    // the page loads the file itself, later
  }
}
