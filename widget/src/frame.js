import { Conversation } from './conversation.js';
import { Store } from './store.js';
import { View } from './view.js';
import { words } from './words.js';

/** Puts the frame together, and speaks with the launcher on the customer's page: exactly its origin, exactly its window. */
const name = new URLSearchParams(location.search).get('site') ?? '';
const asked = new URLSearchParams(location.hash.slice(1));
const origin = asked.get('origin');
const base = new URL('../visitor/v1/', import.meta.url);
const root = document.documentElement;
root.style.setProperty('--accent', asked.get('colour'));
root.style.setProperty('--ink', asked.get('ink'));

let view;
let shown = parent === window;
const waiting = [];

function tell(message) {
  if (parent !== window && origin) parent.postMessage(message, origin);
}

addEventListener('message', (event) => {
  if (event.source !== parent || event.origin !== origin) return;
  if (view) take(Object(event.data));
  else waiting.push(event.data);
});

function take({ type, page, shown: visible, focus }) {
  if (type === 'page') chat.browse({ url: String(page.url), title: String(page.title) });
  if (type === 'shown') view.show(visible === true, focus === true);
}

/** @returns {Promise<any>} what the bridge says of the site; asked for until it answers */
async function siteFacts() {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      const answer = await fetch(new URL(`sites/${encodeURIComponent(name)}`, base));
      if (answer.ok) return await answer.json();
      if (answer.status < 500) return { availability: { open: false } };
    } catch {
      // no network: again below
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

const store = new Store(name, (key) => chat?.elsewhere(key));
const site = await siteFacts();
const t = await words(asked.get('language') ?? '', site.languages, site.texts);
let told = '';
const chat = new Conversation(name, base, store, () => queueMicrotask(changed));
view = new View(chat, site, t, () => tell({ type: 'close' }));
view.show(shown, false);
tell({ type: 'ready', label: t('title') });

function changed() {
  if (!view) return;
  view.draw();
  const open = chat.queue().length > 0 || (chat.messages.size > 0 && chat.state.phase !== 'closed');
  const now = JSON.stringify([chat.unread(), open]);
  if (now === told) return;
  told = now;
  tell({ type: 'unread', count: chat.unread() });
  tell({ type: 'chat', open });
}
