// What the page knows of Teams, and how it asks and hears.

import { toast } from './dom.js';
import { loading } from './stream.js';

const MAX_POSTS = 1000;
const url = new URL(location.href);

export const state = {
  me: url.searchParams.get('as') || remembered() || '29:1anna-sandbox',
  here: url.searchParams.get('conversation') || '19:websitechat@thread.tacv2',
  team: { name: '' }, bot: { id: '', name: '' }, rsc: true, installed: true, dialog: null,
  people: new Map(),
  conversations: new Map(),
  /** @type {Map<string, any>} the posts of the open conversation by id */
  posts: new Map(),
  open: new Set([url.searchParams.get('thread')].filter(Boolean)),
  fresh: new Set(),
  unread: new Map(),
  /** @type {Map<string, Map<string, any>>} what was typed into cards, by post and input */
  typed: new Map(),
};

function remembered() {
  try { return localStorage.getItem('sandbox.teams.as'); } catch { return null; }
}

export function remember(me) {
  try { localStorage.setItem('sandbox.teams.as', me); } catch { /* private windows forget */ }
}

/** @param {string} path @param {any} [body] */
export async function call(path, body) {
  const answer = await fetch('/sandbox/page/teams/' + path, body === undefined ? {} : {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  return answer.json();
}

const REASONS = {
  action_not_found: 'This button is not there any more.',
  not_your_message: 'Only its writer can change a message.',
  file_too_large: 'That file is too large.',
  text_too_long: 'That is too long for one message.',
};

/** Acts as me, in the open conversation, and says so when it did not work. */
export async function act(path, body) {
  const here = state.conversations.get(state.here);
  const where = here?.kind === 'chat' ? { chat: true } : { channel: state.here };
  const answer = await call(path, { as: state.me, ...where, ...body }).catch(() => ({ ok: false, error: 'offline' }));
  if (!answer.ok) toast(answer.error?.startsWith('input_missing') ? 'Fill in the field first.' : REASONS[answer.error] || 'That did not work: ' + answer.error);
  return answer;
}

/** Loads who and what there is. */
export const loadState = () => loading(async () => {
  const answer = await call('state?as=' + encodeURIComponent(state.me));
  Object.assign(state, { team: answer.team, bot: answer.bot, rsc: answer.rsc, installed: answer.installed, dialog: answer.dialog });
  state.people = new Map(answer.people.map((person) => [person.id, person]));
  state.conversations = new Map(answer.conversations.map((each) => [each.id, each]));
  if (!state.people.has(state.me)) state.me = '29:1anna-sandbox';
});

/** Loads the open conversation. */
export const loadPosts = () => loading(async () => {
  const query = new URLSearchParams({ conversation: state.here, as: state.me, limit: '500' });
  const answer = await call('messages?' + query);
  state.posts = new Map(answer.messages.map((post) => [post.id, post]));
});

/** Keeps a post as it is now; says whether it was new. */
export function keep(post) {
  const known = state.posts.has(post.id);
  state.posts.set(post.id, post);
  if (state.posts.size > MAX_POSTS) state.posts.delete(state.posts.keys().next().value);
  return !known;
}

/** The id of somebody's chat with the bot. */
export const chatOf = (person) => 'a:1chat' + person.slice(3);

/** How somebody is called. */
export const nameOf = (id) => (id === state.bot.id ? state.bot.name : state.people.get(id)?.name || 'Somebody');
