// The left side: where one can go, and who one is.

import { h } from './dom.js';
import { icon } from './icons.js';
import { directs } from './directs.js';
import { call, state } from './store.js';

/** The channels and direct messages; `open` goes to a channel by its id, `openDirect` to somebody's messages. */
export function drawPlaces(open, openDirect) {
  const staff = ['member', 'manager'].includes(state.users.get(state.me)?.kind);
  const channels = [...state.channels.values()].filter((channel) => !channel.is_im)
    .filter((channel) => !channel.is_private || staff).sort((a, b) => Number(a.is_archived) - Number(b.is_archived));
  const item = (id, sign, name, note) => {
    const count = state.unread.get(id) || 0;
    return h('li', {}, h('button' + (id === state.channel ? '.here' : '') + (count ? '.unread' : ''), {
      type: 'button', 'aria-current': id === state.channel ? 'page' : undefined, onclick: () => open(id),
    }, h('span.sign', { 'aria-hidden': 'true' }, sign), h('span.name', {}, name), note && h('span.note', {}, note),
    count > 0 && h('span.count', { 'aria-label': count + ' unread' }, String(count))));
  };
  document.getElementById('places').replaceChildren(
    h('h2', {}, 'Channels'),
    h('ul', {}, ...channels.map((channel) => item(channel.id, channel.is_private ? icon('lock') : '#', channel.name,
      channel.is_archived ? 'archived' : channel.has_bot ? '' : 'no bot'))),
    ...directs(openDirect));
}

/** Who one is; `become` is told of another choice. */
export function drawMe(become) {
  const me = state.users.get(state.me);
  const people = [...state.users.values()].filter((user) => !user.kind.includes('bot'));
  const notes = { guest: ' (guest)', stranger: ' (external)', manager: ' (manager)' };
  document.getElementById('me').replaceChildren(
    h('img.face', { src: me.avatar, alt: '', width: 36, height: 36 }),
    h('div', {}, h('label', {}, h('span.unseen', {}, 'Who you are'),
      h('select', { id: 'who', onchange: (event) => become(event.target.value) },
        ...people.map((user) => h('option', { value: user.id, selected: user.id === state.me }, user.name + (notes[user.kind] || ''))))),
    h('button.presence' + (me.away ? '.away' : ''), {
      type: 'button', 'aria-pressed': !me.away, title: 'Change whether you are at work',
      onclick: () => call('presence', { user: state.me, presence: me.away ? 'active' : 'away' }),
    }, me.away ? 'Away' : 'Active')));
}
