import { Conversation } from './conversation.js';
import { receive } from './frames.js';
import { Store } from './store.js';
import { View } from './view.js';
import { watching } from './watch.js';
import { words } from './words.js';

const RETRY_MILLIS = 5_000;
const DRAW_MILLIS = 16;

// Puts the frame together, and speaks with the launcher on the customer's page: exactly its origin, exactly its window.
const name = new URLSearchParams(location.search).get('site');
const asked = new URLSearchParams(location.hash.slice(1));
const origin = asked.get('origin');
const base = new URL('../visitor/v1/', import.meta.url);
const place = `sites/${encodeURIComponent(name)}`;
const store = new Store(name, elsewhere);
for (const part of ['accent', 'ink']) document.documentElement.style.setProperty(`--${part}`, asked.get(part));

let chat;
let view;
let told;
let drawing;
addEventListener('message', ({ source, origin: from, data }) => {
  if (!view || source !== parent || from !== origin) return; // what comes before `ready` is said again after it
  const { type, page, shown, focus } = data;
  if (type === 'page') chat.browse(page);
  if (type === 'shown') {
    view.show(shown, focus);
    watch();
  }
});

const site = { ...store.read('site') };
const fresh = await refresh();
const t = await words(asked.get('language') ?? '', site);
chat = new Conversation(name, base, store, changed);
view = new View(chat, site, t, () => {
  view.shown = false; // what comes from now on was not seen
  watch();
  tell({ type: 'close' });
});
const watch = watching(new URL(`${place}/events`, base), () => view.shown && !chat.credentials && !site.unknown,
  (frame) => receive(chat, frame));
view.show(parent === window, false);
tell({ type: 'ready', label: t('title') });
if (!fresh) later();

function tell(message) {
  if (parent !== window && origin) parent.postMessage(message, origin);
}

/** Asks the bridge for the facts of the site. @returns {Promise<boolean>} whether it answered */
async function refresh() {
  const answer = await fetch(new URL(place, base)).catch(() => ({}));
  if (answer.ok) store.write('site', Object.assign(site, await answer.json()));
  else site.unknown = answer.status === 404;
  return answer.ok || site.unknown;
}

function later() {
  setTimeout(async () => {
    if (!(await refresh())) later();
    changed();
  }, RETRY_MILLIS);
}

function elsewhere(key) {
  chat?.elsewhere(key);
  if (key === 'draft' && view && !document.hasFocus()) view.write(store.read(key) ?? '');
}

/** Many changes at once are drawn once. */
function changed() {
  drawing ??= setTimeout(draw, DRAW_MILLIS);
}

function draw() {
  drawing = null;
  if (!view) return;
  view.draw();
  watch();
  const count = chat.unread();
  const open = !!chat.queue.head() || (chat.messages.size > 0 && chat.state.phase !== 'closed');
  if (told === `${count} ${open}`) return;
  told = `${count} ${open}`;
  tell({ type: 'chat', open, count });
}
