// Draws posts with their replies under them, and the lines of a chat.

import { h, dayOf, timeOf } from './dom.js';
import { icon } from './icons.js';
import { act, nameOf, state } from './teamsstore.js';
import { drawCard } from './teamscard.js';
import { markdown, typed } from './teamstext.js';
import { composer } from './teamscomposer.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const REACTIONS = { like: '👍', heart: '❤️', laugh: '😆', surprised: '😮', sad: '🙁', angry: '😠' };
const QUICK = { like: 'Like', heart: 'Heart', '1f440_eyes': 'Eyes', '2705_whiteheavycheckmark': 'Check mark' };

/** Newer reactions begin with their character's number. */
const reaction = (kind) => REACTIONS[kind] || (/^[0-9a-f]{4,5}[_-]/.test(kind) ? String.fromCodePoint(Number.parseInt(kind, 16)) : kind);

/** What is drawn, by post, so that a card which did not change keeps what is open and typed in it. */
let drawn = new Map();
let used = new Map();

function cached(key, looks, make) {
  const old = drawn.get(key) || used.get(key);
  const entry = old?.looks === looks ? old : { looks, node: make() };
  used.set(key, entry);
  return entry.node;
}

/** Forgets what the last drawing did not use. */
export function drawnAll() {
  drawn = used;
  used = new Map();
}

/** A picture of somebody: their letters on their colour. */
export function face(id) {
  const name = nameOf(id);
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + letter.codePointAt(0)) % 360;
  if (id === state.bot.id) return h('img.face.bot', { src: '/sandbox/slack/avatars/U0BRIDGE.svg', alt: '', width: 32, height: 32 });
  const letters = name.split(' ').map((part) => part[0]).join('').slice(0, 2);
  return h('span.face.hue' + Math.floor(hue / 60), { 'aria-hidden': 'true' }, letters);
}

function attachments(post, redraw) {
  const press = async (action, inputs) => {
    const answer = await act('press', { id: post.id, title: action.title, verb: action.verb, action_id: action.id, data: action.data, inputs });
    redraw();
    return answer.ok && answer.shown !== 'error';
  };
  if (!state.typed.has(post.id)) state.typed.set(post.id, new Map());
  return (post.content.attachments || []).map((each) => {
    if (each.contentType === CARD) return drawCard(each.content, { press, typed: state.typed.get(post.id) });
    if (each.contentType === 'text/html') return null;
    if (each.contentType?.startsWith('image/')) return image(each);
    return h('div.file', {}, icon('file'), ' ' + (each.name || each.contentType));
  });
}

function image(attachment) {
  const id = attachment.contentUrl?.match(/attachments\/([\w-]+)\/views/)?.[1];
  const address = id ? '/sandbox/teams/files/' + id : attachment.contentUrl?.startsWith('data:image/') ? attachment.contentUrl : '';
  return address ? h('img.wide', { src: address, alt: attachment.name || 'Picture', loading: 'lazy' }) : h('div.file', {}, icon('file'), ' Picture from elsewhere');
}

function words(post) {
  const { text, entities } = post.content;
  if (!text) return null;
  return post.bot && post.content.textFormat !== 'plain' ? markdown(text, entities) : typed(text, entities);
}

function reactions(post) {
  const all = Object.entries(post.reactions || {});
  return all.length ? h('div.reactions', {}, ...all.map(([kind, people]) => {
    const mine = people.includes(state.me);
    return h('button' + (mine ? '.mine' : ''), { type: 'button', title: people.map(nameOf).join(', '), 'aria-label': kind + ', ' + people.length, onclick: () => act('react', { id: post.id, reaction: kind, remove: mine }) },
      reaction(kind) + ' ' + people.length);
  })) : null;
}

function tools(post, edit) {
  const mine = post.from === state.me;
  const button = (label, content, onclick) => h('button', { type: 'button', 'aria-label': label, title: label, onclick }, content);
  return h('div.tools', { role: 'group', 'aria-label': 'Actions' },
    ...Object.entries(QUICK).map(([kind, label]) => button(label, reaction(kind), () => act('react', { id: post.id, reaction: kind, remove: Boolean(post.reactions?.[kind]?.includes(state.me)) }))),
    mine && button('Edit', icon('pencil'), edit), mine && button('Delete', icon('bin'), () => act('delete', { id: post.id })));
}

function editor(post, done) {
  const box = h('textarea', { rows: 2, 'aria-label': 'Edit the message' });
  box.value = (post.content.text || '').replace(/<at>([^<]*)<\/at>/g, '@$1');
  const save = async () => { await act('edit', { id: post.id, text: box.value }); done(); };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); save(); }
    if (event.key === 'Escape') done();
  });
  requestAnimationFrame(() => box.focus());
  return h('div.editor', {}, box, h('div', {}, h('button.act', { type: 'button', onclick: done }, 'Cancel'), h('button.act.positive', { type: 'button', onclick: save }, 'Save')));
}

/** One message, alone. */
const message = (post, redraw) => cached(post.id, JSON.stringify([post, state.me, state.people.get(post.from)]), () => drawMessage(post, redraw));

function drawMessage(post, redraw) {
  const person = state.people.get(post.from);
  if (post.deleted) {
    const undo = post.from === state.me && h('button.link', { type: 'button', onclick: () => act('delete', { id: post.id, restore: true }) }, 'Undo');
    return h('div.message.gone', {}, face(post.from), h('div.body', {}, h('span.muted', {}, 'This message has been deleted. '), undo));
  }
  const note = post.notes?.[state.me];
  const body = h('div.body', {},
    h('div.head', {}, h('strong', {}, nameOf(post.from)), post.bot && h('span.badge', {}, 'Bot'),
      person && !['member', 'owner'].includes(person.kind) && h('span.badge', {}, person.kind === 'guest' ? 'Guest' : 'External'),
      h('time', { datetime: new Date(post.at).toISOString() }, timeOf(String(post.at / 1000))), post.edited && !post.bot && h('span.muted', {}, 'Edited')),
    words(post), ...attachments(post, redraw),
    note && h('div.note', {}, icon('eye'), ' ' + note, h('span.muted', {}, ' · only you see this')), reactions(post));
  const box = h('div.message' + (post.from === state.me ? '.own' : ''), { 'data-id': post.id }, face(post.from), body);
  const again = () => { drawn.delete(post.id); redraw(); };
  box.append(tools(post, () => body.replaceChildren(editor(post, again))));
  return box;
}

function summary(replies, root, redraw) {
  const names = [...new Set(replies.map((each) => each.bot ? state.bot.name : nameOf(each.from).split(' ')[0]))].slice(-3).join(', ');
  const fresh = state.fresh.has(root.id);
  const open = () => { state.open.add(root.id); state.fresh.delete(root.id); redraw(); };
  return h('button.summary' + (fresh ? '.fresh' : ''), { type: 'button', 'aria-expanded': 'false', onclick: open },
    ...(replies.length ? [h('strong', {}, replies.length === 1 ? '1 reply' : replies.length + ' replies'), ' from ' + names] : [icon('reply'), ' Reply']));
}

/** A root post with what stands under it. */
export function thread(root, replies, redraw) {
  const item = h('li.post', { 'data-root': root.id }, message(root, redraw));
  if (!state.open.has(root.id)) { item.append(h('div.replies', {}, summary(replies, root, redraw))); return item; }
  const close = () => { state.open.delete(root.id); redraw(); };
  const box = cached('reply ' + root.id, state.me, () => composer(h('div.composer'), 'Reply', root.id));
  item.append(h('div.replies.open', {}, h('button.summary', { type: 'button', 'aria-expanded': 'true', onclick: close }, 'Collapse all'), ...replies.map((each) => message(each, redraw)), box));
  return item;
}

/** A line of a chat. */
export const line = (post, redraw) => h('li.line-of-chat' + (post.from === state.me ? '.mine' : ''), { 'data-root': post.id }, message(post, redraw));

export const day = (post) => dayOf(String(post.at / 1000));
