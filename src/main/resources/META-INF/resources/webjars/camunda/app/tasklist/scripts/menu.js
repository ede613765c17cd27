/* The ways from Tasklist's bar to pages of ours; the server says which ones this agent has. */
export default {
  id: 'navette.menu',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  async render(node) {
    const answer = await fetch('/agents/menu', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) return;
    const links = (await answer.json()).map(({ label, href }) =>
      Object.assign(document.createElement('a'), { textContent: label, href, className: 'navette-menu' }));
    node.replaceChildren(...links);
  },
  unmount() {}
};
