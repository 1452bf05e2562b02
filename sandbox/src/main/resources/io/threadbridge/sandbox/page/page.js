// The page: places at the left, a channel in the middle, a thread at the right.

import { h, announce, toast } from './dom.js';
import { act, dmOf, forget, keep, loadHome, loadMessages, loadState, place, remember, remember_link, remembered, state } from './store.js';
import { icon } from './icons.js';
import { MessageList, writer } from './messages.js';
import { drawHome, showView } from './modal.js';
import { composer } from './composer.js';
import { listen, loading } from './stream.js';
import { drawMe, drawPlaces } from './places.js';

const $ = (id) => document.getElementById(id);
const press = (wish) => act('press', wish);

const timeline = new MessageList($('timeline'), { channel: () => state.channel, press, openThread: (message) => openThread(message.thread_ts || message.ts) });
const replies = new MessageList($('replies'), { channel: () => state.channel, press });

// --- places ---------------------------------------------------------------------------------

const showPlaces = () => drawPlaces(openChannel, openDirect);
const showMe = () => drawMe((user) => become(user, state.channel === dmOf(state.me) ? dmOf(user) : state.channel));
const openDirect = (user) => (user === state.me ? openChannel(dmOf(user)) : become(user, dmOf(user)));

async function become(user, channel) {
  state.me = user;
  remember('as', user);
  for (const id of [...state.unread.keys()]) if (!state.channels.get(id)?.is_im) state.unread.delete(id);
  await loadState();
  showMe();
  await openChannel(channel, channel === state.channel ? state.thread : '');
  showView(state.view);
  toast('You are now ' + state.users.get(user).name + '.');
}

// --- channel and thread ------------------------------------------------------------------------

function drawBar() {
  const channel = state.channels.get(state.channel);
  $('title').textContent = channel.is_im ? 'Threadbridge' : (channel.is_private ? '' : '# ') + channel.name;
  $('about').textContent = channel.is_im ? 'Messages only you can see' : channel.is_archived ? 'archived' : channel.members.length + ' members'
    + (channel.is_ext_shared ? ' · shared with Partner Ltd' : '') + (channel.has_bot ? '' : ' · the bot is not here');
  $('thread-where').textContent = channel.is_im ? 'Threadbridge' : '# ' + channel.name;
  $('tabs').hidden = !channel.is_im;
  $('tabs').replaceChildren(...[['Messages', false], ['Home', true]].map(([name, home]) =>
    h('button' + (state.home === home ? '.here' : ''), { type: 'button', 'aria-pressed': state.home === home, onclick: () => showHome(home) }, name)));
}

async function showHome(home) {
  state.home = home;
  drawBar();
  $('composer').hidden = home;
  if (!home) { timeline.show(state.places.get(place(state.channel, ''))); return; }
  await loadHome();
  if (state.home) drawHomeTab();
}

function drawHomeTab() {
  timeline.showInstead(h('li.home', {}, drawHome(state.published)));
}

async function openChannel(id, thread = '') {
  state.channel = id;
  state.home = false;
  state.unread.delete(id);
  await loadMessages(id, '');
  timeline.emptyText = state.channels.get(id).is_im ? 'Nothing yet. What the bridge tells only you appears here.'
    : id === 'C0WEBCHAT' ? 'Quiet so far. When a visitor says hello on the website, a card appears here.' : 'Nothing has been said here yet.';
  drawBar();
  showPlaces();
  timeline.show(state.places.get(place(id, '')));
  $('composer').hidden = false;
  setMenu(false);
  drawTitle();
  if (thread) await openThread(thread); else closeThread();
}

async function openThread(ts) {
  const before = state.thread;
  state.thread = ts;
  state.freshThreads.delete(ts);
  await loadMessages(state.channel, ts);
  if (state.thread !== ts) return;
  $('thread').hidden = false;
  document.body.classList.add('with-thread');
  replies.show(state.places.get(place(state.channel, ts)));
  for (const each of [before, ts]) if (each) timeline.draw(each, false);
  timeline.rows.get(ts)?.scrollIntoView({ block: 'nearest' });
  timeline.follows = timeline.atEnd();
  remember_link();
  $('reply').querySelector('textarea').focus();
}

function closeThread() {
  const before = state.thread;
  state.thread = '';
  $('thread').hidden = true;
  document.body.classList.remove('with-thread');
  if (before) timeline.draw(before, false);
  remember_link();
}

// --- hearing -----------------------------------------------------------------------------------

function heard(change) {
  switch (change.type) {
    case 'message': arrived(change.channel, change.message); break;
    case 'ephemeral': if (change.user === state.me) arrived(change.channel, change.message); break;
    case 'gone': forget(change.channel, change.ts); if (change.channel === state.channel) { timeline.remove(change.ts); replies.remove(change.ts); } break;
    case 'view': if (change.user === state.me) { state.view = change.view; showView(state.view); } break;
    case 'home': if (change.user === state.me) { state.published = change.view; if (state.home) drawHomeTab(); } break;
    case 'state': refresh(); break;
    case 'reset': state.thread = ''; reload(); break;
    case 'resync': reload(); break;
    default:
  }
}

function arrived(channel, message) {
  const isReply = message.thread_ts && message.thread_ts !== message.ts;
  const known = [...state.places].some(([key, messages]) => key.startsWith(channel) && messages.has(message.ts));
  const changed = keep(channel, message);
  if (channel === state.channel && !state.home) {
    if (changed.includes(place(channel, ''))) timeline.draw(message.ts, !known);
    if (changed.includes(place(channel, state.thread)) && state.thread) replies.draw(message.ts, !known);
  }
  const isNew = !known && Date.now() / 1000 - Number(message.ts) < 30 && !message.edited && !message.reply_count;
  if (isNew && message.user !== state.me) noticed(channel, message, isReply);
}

function noticed(channel, message, isReply) {
  if (state.channels.get(channel)?.is_im && channel !== dmOf(state.me)) {
    state.unread.set(channel, (state.unread.get(channel) || 0) + 1);
    showPlaces();
    return;
  }
  announce('New message from ' + writer(message).name + ': ' + (message.text || '').slice(0, 120));
  if (isReply && message.thread_ts !== state.thread) {
    state.freshThreads.add(message.thread_ts);
    if (channel === state.channel) timeline.draw(message.thread_ts, false);
  }
  if (channel !== state.channel || document.hidden) {
    if (!isReply || channel !== state.channel) state.unread.set(channel, (state.unread.get(channel) || 0) + 1);
    showPlaces();
  }
  drawTitle();
}

function drawTitle() {
  const mine = [...state.unread].filter(([id]) => !state.channels.get(id)?.is_im || id === dmOf(state.me));
  const count = mine.reduce((sum, [, each]) => sum + each, 0);
  document.title = (count ? '(' + count + ') ' : '') + 'Sandbox workspace';
}

async function refresh() {
  await loadState();
  showPlaces();
  showMe();
  drawBar();
}

async function reload() {
  await loadState();
  showMe();
  await openChannel(state.channel, state.thread);
  showView(state.view);
}

// --- start -------------------------------------------------------------------------------------

function drawHint() {
  if (remembered('hint') === 'seen') return;
  $('hint').hidden = false;
  $('hint').replaceChildren(
    h('span', {}, 'This is a pretend Slack workspace on your own computer: what a visitor writes on the website appears here as a thread, and what you answer in the thread goes back to them.'),
    h('button.quiet', { type: 'button', 'aria-label': 'Hide this hint', onclick: () => { remember('hint', 'seen'); $('hint').hidden = true; } }, icon('close')));
}

function setMenu(open) {
  document.body.classList.toggle('with-menu', open);
  $('menu').setAttribute('aria-expanded', String(open));
}

$('menu').append(icon('menu'));
$('close-thread').append(icon('close'));
$('menu').addEventListener('click', () => setMenu(!document.body.classList.contains('with-menu')));
$('close-thread').addEventListener('click', closeThread);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  if (document.body.classList.contains('with-menu')) setMenu(false); else closeThread();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && state.unread.delete(state.channel)) { showPlaces(); drawTitle(); }
});
composer($('composer'), 'Write a message', timeline, false);
composer($('reply'), 'Reply in the thread', replies, true);
drawHint();
await loading(async () => {
  await listen(heard, (on) => {
    $('line').classList.toggle('off', !on);
    $('line').title = on ? 'Connected' : 'Not connected, trying again';
    $('line').textContent = on ? '' : 'reconnecting…';
  });
  await reload();
});
