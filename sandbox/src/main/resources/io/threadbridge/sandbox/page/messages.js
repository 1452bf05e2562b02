// Draws lists of messages, and keeps them as they are while single messages change.

import { h, timeOf, dayOf } from './dom.js';
import { act, state } from './store.js';
import { drawMessage } from './blocks.js';
import { emoji } from './emoji.js';
import { icon } from './icons.js';

const QUICK = [['eyes', 'React with eyes'], ['white_check_mark', 'React with a check mark'], ['lock', 'React with a lock']];
const SHORTCUTS = [['relay_to_visitor', 'Send to visitor'], ['mark_internal', 'Mark as internal']];
const GROUP_SECONDS = 300;

/** Who a message shows as its writer. */
export function writer(message) {
  const user = state.users.get(message.user) || (message.bot_id === 'B0BRIDGE' ? state.users.get('U0BRIDGE') : undefined);
  const icons = message.icons || {};
  const own = icons.image_48 && new URL(icons.image_48, location.href).origin === location.origin;
  return {
    name: message.username || user?.name || (message.user === 'USLACKBOT' ? 'Slackbot' : 'Somebody'),
    picture: own ? icons.image_48 : icons.emoji || message.username ? '' : user?.avatar,
    emoji: icons.emoji ? emoji(icons.emoji.replaceAll(':', '')) : '',
    isApp: Boolean(message.bot_id),
    kind: user?.kind || '',
    title: user?.title || '',
  };
}

function face(who) {
  if (who.picture) return h('img.face', { src: who.picture, alt: '', width: 36, height: 36 });
  let hue = 0;
  for (const letter of who.name) hue = (hue * 31 + letter.codePointAt(0)) % 360;
  return h('span.face.letter.hue' + Math.floor(hue / 60), { 'aria-hidden': 'true' }, who.emoji || [...who.name][0]?.toUpperCase() || '?');
}

function reactions(channel, message) {
  if (!message.reactions?.length) return null;
  return h('div.reactions', {}, ...message.reactions.map((reaction) => {
    const mine = reaction.users.includes(state.me);
    const names = reaction.users.map((id) => state.users.get(id)?.name || id).join(', ');
    return h('button' + (mine ? '.mine' : ''), {
      type: 'button', title: names, 'aria-pressed': mine, 'aria-label': reaction.name + ', ' + reaction.count,
      onclick: () => act('react', { channel, ts: message.ts, name: reaction.name, remove: mine }),
    }, emoji(reaction.name), ' ' + reaction.count);
  }));
}

function replyBar(message, openThread, begins) {
  if (!message.reply_count) return begins && h('button.replies', { type: 'button', onclick: openThread }, icon('reply'), h('strong', {}, 'Reply in thread'));
  const fresh = state.freshThreads.has(message.ts);
  const faces = (message.reply_users || []).slice(0, 4).map((id) => {
    const who = writer(id.startsWith('B') ? { bot_id: id } : { user: id });
    return who.picture ? h('img', { src: who.picture, alt: '', width: 22, height: 22 }) : null;
  });
  return h('button.replies' + (fresh ? '.fresh' : ''), { type: 'button', onclick: openThread }, ...faces,
    h('strong', {}, message.reply_count === 1 ? '1 reply' : message.reply_count + ' replies'),
    h('span.muted', {}, fresh ? 'new' : 'last at ' + timeOf(message.latest_reply)));
}

function tools(channel, message, list) {
  const mine = message.user === state.me;
  const manager = state.users.get(state.me)?.kind === 'manager';
  const button = (label, text, onclick) => h('button', { type: 'button', 'aria-label': label, title: label, onclick }, text);
  return h('div.tools', { role: 'group', 'aria-label': 'Actions' },
    ...QUICK.map(([name, label]) => button(label, emoji(name), () => {
      const had = message.reactions?.find((each) => each.name === name)?.users.includes(state.me);
      act('react', { channel, ts: message.ts, name, remove: Boolean(had) });
    })),
    list.openThread && button('Reply in thread', icon('reply'), () => list.openThread(message)),
    mine && button('Edit', icon('pencil'), () => list.edit(message.ts)),
    (mine || manager) && button('Delete', icon('bin'), () => act('delete', { channel, ts: message.ts })),
    h('select', {
      'aria-label': 'Message shortcuts', title: 'Message shortcuts',
      onchange: (event) => {
        act('shortcut', { channel, ts: message.ts, callback_id: event.target.value });
        event.target.value = '';
      },
    }, h('option', { value: '' }, '⋯'), ...SHORTCUTS.map(([id, label]) => h('option', { value: id }, label))));
}

function editor(channel, message, done) {
  const box = h('textarea', { rows: 2, 'aria-label': 'Edit the message' });
  box.value = (message.text || '').replace(/<(https?:[^|>]+)(\|[^>]*)?>/g, '$1').replace(/<@(\w+)>/g, (_, id) => '@' + (state.users.get(id)?.handle || id))
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  const save = async () => { await act('edit', { channel, ts: message.ts, text: box.value }); done(); };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); save(); }
    if (event.key === 'Escape') { event.stopPropagation(); done(); }
  });
  requestAnimationFrame(() => { box.focus(); box.setSelectionRange(box.value.length, box.value.length); });
  return h('div.editor', {}, box, h('div', {}, h('button.act', { type: 'button', onclick: done }, 'Cancel'), h('button.act.primary', { type: 'button', onclick: save }, 'Save')));
}

/** One list of messages: a channel's or a thread's. */
export class MessageList {
  /** @param {HTMLElement} root @param {{channel: () => string, press: Function, openThread?: (message: any) => void}} wiring */
  constructor(root, wiring) {
    this.root = root;
    this.wiring = wiring;
    this.openThread = wiring.openThread;
    this.rows = new Map();
    this.messages = new Map();
    this.editing = '';
    this.emptyText = '';
    this.follows = true;
    root.addEventListener('scroll', () => { this.follows = this.atEnd(); });
    root.addEventListener('load', () => this.follow(), true); // a picture takes its room late
    new ResizeObserver(() => this.follow()).observe(root); // so does a box of several lines below
  }

  /** Shows these messages and nothing else. */
  show(messages) {
    this.messages = messages;
    this.rows.clear();
    this.editing = '';
    this.root.replaceChildren();
    for (const ts of [...messages.keys()].sort()) this.draw(ts, false);
    this.empty();
    this.follows = true;
    this.toEnd();
  }

  empty() {
    this.root.querySelector('.nothing')?.remove();
    if (!this.rows.size && this.emptyText) this.root.append(h('li.nothing', {}, this.emptyText));
  }

  toEnd() { this.root.scrollTop = this.root.scrollHeight; }

  atEnd() { return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 120; }

  /** Whoever read the newest goes on reading the newest. */
  follow() { if (this.follows && this.rows.size) this.toEnd(); }

  /** Shows something else in the list's place. */
  showInstead(node) {
    this.rows.clear();
    this.root.replaceChildren(node);
  }

  edit(ts) { this.editing = ts; this.draw(ts, false); }

  remove(ts) {
    this.rows.get(ts)?.remove();
    this.rows.delete(ts);
    this.empty();
  }

  /** Draws one message anew, in its place. */
  draw(ts, isNew) {
    const message = this.messages.get(ts);
    if (!message) { this.remove(ts); return; }
    const row = this.row(message);
    const old = this.rows.get(ts);
    if (isNew && !old) row.classList.add('arrived');
    if (old) old.replaceWith(row);
    else this.insert(ts, row);
    this.rows.set(ts, row);
    this.group(row);
    if (row.nextElementSibling) this.group(row.nextElementSibling);
    this.root.querySelector('.nothing')?.remove();
    this.follow();
  }

  insert(ts, row) {
    let after = this.root.lastElementChild;
    while (after && (after.dataset.ts || '') > ts) after = after.previousElementSibling;
    if (after) after.after(row); else this.root.prepend(row);
  }

  /** Hides the head of a message that follows another of the same writer; marks a new day. */
  group(row) {
    const before = row.previousElementSibling;
    const same = before?.dataset.who === row.dataset.who && Number(row.dataset.ts) - Number(before.dataset.ts) < GROUP_SECONDS
      && !before.classList.contains('root') && !before.classList.contains('card') && !row.classList.contains('card');
    row.classList.toggle('follows', Boolean(same));
    const newDay = row.dataset.ts && dayOf(row.dataset.ts) !== (before?.dataset.ts ? dayOf(before.dataset.ts) : '');
    if (newDay) row.dataset.day = dayOf(row.dataset.ts); else delete row.dataset.day;
  }

  row(message) {
    const channel = this.wiring.channel();
    const who = writer(message);
    const isCard = this.openThread && message.bot_id && message.blocks?.some((block) => block.type === 'actions');
    const open = this.openThread && (() => this.openThread(message));
    const row = h('li.message', { 'data-ts': message.ts, 'data-who': who.name + (message.is_ephemeral ? '!' : '') });
    if (isCard) row.classList.add('card');
    if (message.is_ephemeral) row.classList.add('hint-message');
    if (message.subtype === 'tombstone') row.classList.add('tombstone');
    if (!this.openThread && message.thread_ts === message.ts) row.classList.add('root');
    if (this.openThread && message.ts === state.thread) row.classList.add('opened');
    const press = (element, value, block) =>
      this.wiring.press({ channel, ts: message.ts, action_id: element.action_id, block_id: block.block_id, value });
    row.append(face(who), h('div.body', {},
      message.is_ephemeral && h('div.only', {}, icon('eye'), ' Only visible to you'),
      h('div.head', {}, h('strong', {}, who.name), who.isApp && h('span.badge', {}, 'APP'),
        who.kind === 'guest' && h('span.badge', {}, 'GUEST'), who.kind === 'stranger' && h('span.badge', {}, 'EXTERNAL'),
        h('time', { datetime: new Date(Number(message.ts) * 1000).toISOString() }, timeOf(message.ts))),
      message.subtype === 'thread_broadcast' && this.openThread && h('div.context', {}, 'replied to a thread'),
      ...(this.editing === message.ts
        ? [editor(channel, message, () => { this.editing = ''; this.draw(message.ts, false); })]
        : drawMessage(message, press)),
      message.edited && h('span.edited', { title: 'at ' + timeOf(message.edited.ts) }, '(edited)'),
      reactions(channel, message), open && replyBar(message, open, isCard && !state.channels.get(channel)?.is_im)));
    if (!message.is_ephemeral && message.subtype !== 'tombstone') row.append(tools(channel, message, this));
    if (open && !message.is_ephemeral) {
      row.addEventListener('click', (event) => {
        const busy = event.target.closest('button, a, select, textarea, input, img.wide') || String(getSelection());
        if (!busy) open();
      });
    }
    return row;
  }
}
