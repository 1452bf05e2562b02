// What the page knows of the workspace, and how it asks and hears.

import { toast } from './dom.js';
import { loading } from './stream.js';

const MAX_MESSAGES = 800;
const url = new URL(location.href);

export const state = {
  me: url.searchParams.get('as') || remembered('as') || 'U0ANNA',
  channel: url.searchParams.get('channel') || 'C0WEBCHAT',
  thread: url.searchParams.get('thread') || '',
  users: new Map(),
  channels: new Map(),
  /** @type {Map<string, Map<string, any>>} messages by place: a channel, or channel/thread */
  places: new Map(),
  unread: new Map(),
  freshThreads: new Set(),
  home: false,
  /** @type {any} the app's home tab, as it was published for me */
  published: null,
  /** @type {any} the modal in front of me */
  view: null,
};

export function remembered(key) {
  try { return localStorage.getItem('sandbox.' + key); } catch { return null; }
}

export function remember(key, value) {
  try { localStorage.setItem('sandbox.' + key, value); } catch { /* private windows forget */ }
}

/** @param {string} path @param {any} [body] */
export async function call(path, body) {
  const answer = await fetch('/sandbox/page/' + path, body === undefined ? {} : {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  return answer.json();
}

const REASONS = {
  app_not_connected: 'No app is connected to this workspace, so nobody heard the click.',
  operation_timeout: 'The app did not answer within three seconds.',
  not_for_external_people: 'Slack offers commands and shortcuts to members only, not to external people.',
  is_archived: 'This channel is archived.',
  not_your_message: 'Only its writer can change a message.',
  request_too_large: 'That file is too large.',
};

/** Acts as me and says so when it did not work. @param {string} path @param {any} body */
export async function act(path, body) {
  const answer = await call(path, { as: state.me, ...body }).catch(() => ({ ok: false, error: 'offline' }));
  if (!answer.ok) toast(REASONS[answer.error] || 'That did not work: ' + answer.error);
  return answer;
}

export const place = (channel, thread) => (thread ? channel + '/' + thread : channel);

export const dmOf = (user) => 'D' + user.slice(1);

export function remember_link() {
  const link = new URL(location.pathname, location.href);
  link.searchParams.set('channel', state.channel);
  if (state.thread) link.searchParams.set('thread', state.thread);
  history.replaceState(null, '', link);
}

/** Loads who and what there is. */
export const loadState = () => loading(async () => {
  const answer = await call('state?as=' + encodeURIComponent(state.me));
  state.view = answer.view;
  state.users = new Map(answer.users.map((user) => [user.id, user]));
  state.channels = new Map(answer.channels.map((channel) => [channel.id, channel]));
  if (!state.users.has(state.me)) state.me = 'U0ANNA';
  if (!state.channels.has(state.channel)) state.channel = 'C0WEBCHAT';
});

/** Looks at the app's home tab; the app is told, and answers in its own time. */
export const loadHome = () => loading(async () => {
  state.published = (await act('home', {})).view;
});

/** Loads one channel or thread. @param {string} channel @param {string} thread */
export const loadMessages = (channel, thread) => loading(async () => {
  const query = new URLSearchParams({ channel, thread, as: state.me, limit: '300' });
  const answer = await call('messages?' + query);
  const messages = new Map();
  if (answer.ok) {
    for (const message of answer.messages) messages.set(message.ts, message);
    for (const hint of answer.ephemerals) messages.set(hint.ts, hint);
  }
  state.places.set(place(channel, thread), messages);
});

/** Puts a message where it is shown; says which places changed. */
export function keep(channel, message) {
  const changed = [];
  const isReply = message.thread_ts && message.thread_ts !== message.ts;
  const wanted = [];
  if (!isReply || message.subtype === 'thread_broadcast') wanted.push(place(channel, ''));
  if (message.thread_ts || state.thread === message.ts) {
    wanted.push(place(channel, message.thread_ts || message.ts));
  }
  for (const key of wanted) {
    const messages = state.places.get(key);
    if (!messages) continue;
    messages.set(message.ts, message);
    if (messages.size > MAX_MESSAGES) messages.delete([...messages.keys()].sort()[0]);
    changed.push(key);
  }
  return changed;
}

export function forget(channel, ts) {
  for (const [key, messages] of state.places) {
    if (key === channel || key.startsWith(channel + '/')) messages.delete(ts);
  }
}
