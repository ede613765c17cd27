import htmx from 'htmx.org/dist/htmx.esm.js';
import { pageHeaders } from './headers.js';

// our content security policy forbids eval and inline styles: nothing here may need them
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0; // pages hold personal data: none of it in the browser's storage

document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb !== 'get') Object.assign(event.detail.headers, pageHeaders());
});

export default htmx;
