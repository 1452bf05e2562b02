// The Teams page: channels and chats at the left, posts with their replies at the right.

import { h, announce, toast } from './dom.js';
import { icon } from './icons.js';
import { act, call, chatOf, keep, loadPosts, loadState, nameOf, remember, state } from './teamsstore.js';
import { composer } from './teamscomposer.js';
import { drawCard } from './teamscard.js';
import { listen, loading } from './stream.js';
import { day, drawnAll, face, line, thread } from './teamsposts.js';

const $ = (id) => document.getElementById(id);
const inChat = () => state.conversations.get(state.here)?.kind === 'chat';

// --- places ---------------------------------------------------------------------------------

function place(id, sign, name, note, onclick) {
  const count = state.unread.get(id) || 0;
  return h('li', {}, h('button' + (id === state.here ? '.here' : '') + (count ? '.unread' : ''), { type: 'button', 'aria-current': id === state.here ? 'page' : undefined, onclick },
    sign, h('span.name', {}, name), note && h('span.note', {}, note), count > 0 && h('span.count', { 'aria-label': count + ' unread' }, String(count))));
}

function drawPlaces() {
  const channels = [...state.conversations.values()].filter((each) => each.kind !== 'chat' && !each.deleted);
  const people = [...state.people.values()].filter((each) => each.personal);
  $('places').replaceChildren(
    h('h2', {}, 'Chats with the bot'),
    h('ul', {}, ...people.map((each) => place(chatOf(each.id), h('span.dot.' + each.presence.toLowerCase(), { title: each.presence }), each.name.split(' ')[0] + (each.id === state.me ? ' (you)' : ''), '', () => openChat(each.id)))),
    h('h2', {}, state.team.name),
    h('ul', {}, ...channels.map((each) => place(each.id, h('span.sign', { 'aria-hidden': 'true' }, each.kind === 'private' ? icon('lock') : '#'), each.name,
      each.kind === 'private' || !state.installed ? 'no bot' : '', () => openPlace(each.id)))));
}

/** On a telephone the places stand in one row. */
const showPlace = () => document.querySelector('#places .here')?.scrollIntoView({ block: 'nearest', inline: 'center' });

function drawMe() {
  const me = state.people.get(state.me);
  const notes = { guest: ' (guest)', external: ' (external)', owner: ' (owner)' };
  $('me').replaceChildren(face(state.me), h('div', {},
    h('label', {}, h('span.unseen', {}, 'Who you are'), h('select', { id: 'who', onchange: (event) => become(event.target.value) },
      ...[...state.people.values()].map((each) => h('option', { value: each.id, selected: each.id === state.me }, each.name + (notes[each.kind] || ''))))),
    h('label', {}, h('span.unseen', {}, 'Presence'), h('select', { id: 'presence', onchange: (event) => call('presence', { user: state.me, availability: event.target.value }) },
      ...['Available', 'Busy', 'DoNotDisturb', 'Away', 'Offline'].map((each) => h('option', { value: each, selected: each === me.presence }, each))))));
}

async function become(person, where = inChat() ? chatOf(person) : state.here) {
  state.me = person;
  remember(person);
  await loadState();
  await openPlace(where);
  toast('You are now ' + nameOf(person) + '.');
}

async function openChat(person) {
  if (person === state.me) await openPlace(chatOf(person));
  else await become(person, chatOf(person));
}

// --- posts ------------------------------------------------------------------------------------

async function openPlace(id) {
  state.here = id;
  if (id.startsWith('a:') && !state.conversations.has(id)) state.conversations.set(id, { id, kind: 'chat', name: 'Chat', person: state.me });
  state.unread.delete(id);
  await loadPosts();
  drawAll();
  showPlace();
  composer($('composer'), inChat() ? 'Type a message' : 'Start a post', '');
  requestAnimationFrame(toEnd);
  const link = new URL(location.pathname, location.href);
  link.searchParams.set('conversation', id);
  history.replaceState(null, '', link);
}

function drawBar() {
  const here = state.conversations.get(state.here);
  $('mark').replaceChildren(inChat() ? face(state.bot.id) : (state.team.name[0] || 'T'));
  $('title').textContent = inChat() ? state.bot.name : here?.name || '';
  $('about').textContent = inChat() ? 'Chat with ' + nameOf(state.me) : state.team.name;
  $('rsc').replaceChildren(h('input', { type: 'checkbox', role: 'switch', checked: state.rsc, onchange: (event) => call('rsc', { enabled: event.target.checked }) }), ' Bot reads all messages');
  $('rsc').hidden = inChat();
  $('without').hidden = state.rsc || inChat();
  $('without').textContent = 'The team has not allowed the bot to read along: only a message with @' + state.bot.name + ' reaches it, even in its own threads.';
}

function drawAll() {
  drawPlaces();
  drawMe();
  drawBar();
  drawPosts();
  showDialog();
}

function drawPosts() {
  const list = $('posts');
  const writing = list.contains(document.activeElement) ? document.activeElement : null;
  const top = list.scrollTop;
  const all = [...state.posts.values()].sort((a, b) => a.at - b.at);
  const items = [];
  let last = '';
  for (const post of all.filter((each) => inChat() || each.id === each.root)) {
    if (day(post) !== last) { last = day(post); items.push(h('li.day', {}, last)); }
    items.push(inChat() ? line(post, drawPosts) : thread(post, all.filter((each) => each.root === post.id && each.id !== post.id), drawPosts));
  }
  const empty = !state.bot.connected ? 'No bot is connected to this Teams: its address is set with the control API, see the sandbox\'s README.' : inChat() ? 'What the bridge tells only you appears here.' : 'Quiet so far. When a visitor says hello on the website, a post appears here.';
  list.replaceChildren(...(items.length ? items : [h('li.nothing', {}, empty)]));
  list.classList.toggle('chat', inChat());
  drawnAll();
  // A box that is still there is written in as before.
  if (writing?.isConnected) writing.focus({ preventScroll: true });
  list.scrollTop = follows ? list.scrollHeight : top;
  if (follows) requestAnimationFrame(toEnd);
}

const atEnd = () => $('posts').scrollHeight - $('posts').scrollTop - $('posts').clientHeight < 120;
const toEnd = () => { $('posts').scrollTop = $('posts').scrollHeight; };

let follows = true;
/** Whoever read the newest goes on reading the newest, whatever takes its room late. */
const follow = () => { if (follows) toEnd(); };
$('posts').addEventListener('scroll', () => { follows = atEnd(); });
$('posts').addEventListener('load', follow, true);
new ResizeObserver(follow).observe($('posts'));

// --- dialog -------------------------------------------------------------------------------------

let shownDialog = '';

function showDialog() {
  const dialog = $('dialog');
  const wanted = JSON.stringify(state.dialog);
  if (wanted === shownDialog) return;
  shownDialog = wanted;
  if (!state.dialog) { if (dialog.open) dialog.close(); return; }
  const close = () => act('close', {});
  const press = async (action, inputs) => {
    const answer = await act('submit', { title: action.title, data: action.data, inputs });
    if (answer.text) toast(answer.text);
    return answer.ok;
  };
  dialog.replaceChildren(h('header', {}, h('h2', { id: 'dialog-title' }, state.dialog.title || state.bot.name), h('button.quiet', { type: 'button', 'aria-label': 'Close', onclick: close }, '✕')),
    h('div.content', {}, drawCard(state.dialog.card, { press, typed: new Map() })));
  dialog.oncancel = (event) => { event.preventDefault(); close(); };
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('.content input, .content textarea, .content select')?.focus();
}

// --- hearing ------------------------------------------------------------------------------------

async function heard(change) {
  if (change.type === 'resync') { await reload(); return; }
  if (change.type !== 'teams') return;
  switch (change.what) {
    case 'message': arrived(change.conversation, change.message); break;
    case 'dialog': if (change.person === state.me) { await loadState(); showDialog(); } break;
    case 'reset': state.open.clear(); await reload(); break;
    default: await loadState(); drawPlaces(); drawMe(); drawBar();
  }
}

function arrived(conversation, post) {
  if (conversation !== state.here) {
    if (post.from !== state.me && !post.edited && !post.deleted) state.unread.set(conversation, (state.unread.get(conversation) || 0) + 1);
    drawPlaces();
    return;
  }
  const isNew = keep(post);
  if (isNew && post.from !== state.me) {
    announce('New message from ' + nameOf(post.from) + ': ' + (post.content.summary || post.content.text || '').slice(0, 120));
    if (!state.open.has(post.root)) state.fresh.add(post.root);
  }
  if (post.deleted && post.id === post.root) state.fresh.delete(post.root);
  drawPosts();
}

async function reload() {
  await loadState();
  await loadPosts();
  drawAll();
}

const [wanted] = state.open;
await loading(async () => {
  await listen(heard, (on) => { $('line').textContent = on ? '' : 'reconnecting…'; });
  await loadState();
  await openPlace(state.here);
});
if (wanted) requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector('[data-root="' + CSS.escape(wanted) + '"]')?.scrollIntoView({ block: 'start' })));
