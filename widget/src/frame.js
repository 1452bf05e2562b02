import { Conversation } from './conversation.js';
import { Store } from './store.js';
import { View } from './view.js';
import { words } from './words.js';

// Puts the frame together, and speaks with the launcher on the customer's page: exactly its origin, exactly its window.
const name = new URLSearchParams(location.search).get('site');
const asked = new URLSearchParams(location.hash.slice(1));
const origin = asked.get('origin');
const base = new URL('../visitor/v1/', import.meta.url);
const store = new Store(name, elsewhere);
for (const part of ['accent', 'ink']) document.documentElement.style.setProperty(`--${part}`, asked.get(part));

let chat;
let view;
let told;
addEventListener('message', ({ source, origin: from, data }) => {
  if (!view || source !== parent || from !== origin) return; // what comes before `ready` is said again after it
  const { type, page, shown, focus } = data;
  if (type === 'page') chat.browse(page);
  if (type === 'shown') view.show(shown, focus);
});

const site = (await facts()) ?? store.read('site') ?? {};
const t = await words(asked.get('language') ?? '', site);
chat = new Conversation(name, base, store, () => queueMicrotask(changed));
view = new View(chat, site, t, () => {
  view.shown = false; // what comes from now on was not seen
  tell({ type: 'close' });
});
view.show(parent === window, false);
tell({ type: 'ready', label: t('title') });
changed();
if (!site.site) later(2000);

function tell(message) {
  if (parent !== window && origin) parent.postMessage(message, origin);
}

/** @returns {Promise<any>} what the bridge says of the site; null while it says nothing */
async function facts() {
  const answer = await fetch(new URL(`sites/${encodeURIComponent(name)}`, base)).catch(() => ({}));
  if (!answer.ok) return answer.status === 404 ? { site: name, unknown: true } : null;
  const found = await answer.json();
  store.write('site', found);
  return found;
}

function later(wait) {
  setTimeout(async () => {
    const found = await facts();
    if (!found) return later(Math.min(wait * 2, 30_000));
    Object.assign(site, found);
    changed();
  }, wait);
}

function elsewhere(key) {
  chat?.elsewhere(key);
  if (key === 'draft' && view && !document.hasFocus()) view.write(store.read(key) ?? '');
}

function changed() {
  if (!view) return;
  view.draw();
  const count = chat.unread();
  const open = !!chat.queue.head() || (chat.messages.size > 0 && chat.state.phase !== 'closed');
  if (told === `${count} ${open}`) return;
  told = `${count} ${open}`;
  tell({ type: 'chat', open, count });
}
