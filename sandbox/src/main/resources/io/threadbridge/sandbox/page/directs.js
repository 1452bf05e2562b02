// Everybody's direct messages from the bridge, so that one can see whom it wakes, and be them.

import { h } from './dom.js';
import { call, dmOf, state } from './store.js';

const first = (user) => user.name.split(' ')[0];

function presence(user) {
  const label = user.name + (user.away ? ' is away: bring back' : ' is active: send away');
  return h('button.dot' + (user.away ? '.away' : ''), {
    type: 'button', 'aria-pressed': !user.away, 'aria-label': label, title: label,
    onclick: () => call('presence', { user: user.id, presence: user.away ? 'active' : 'away' }),
  });
}

function direct(user, open) {
  const id = dmOf(user.id);
  const count = state.unread.get(id) || 0;
  const mine = user.id === state.me;
  return h('li.direct', {}, presence(user), h('button' + (id === state.channel ? '.here' : '') + (count ? '.unread' : ''), {
    type: 'button', 'aria-current': id === state.channel ? 'page' : undefined, onclick: () => open(user.id),
    title: mine ? 'What the bridge tells only you' : 'Become ' + first(user) + ' and see what the bridge tells only them',
  }, h('span.name', {}, mine ? first(user) + ' (you)' : first(user)),
  count > 0 && h('span.count', { 'aria-label': count + ' unread' }, String(count))));
}

/** The people whom the bridge may wake, and oneself; `open` goes to one's messages by their id. */
export function directs(open) {
  const people = [...state.users.values()].filter((user) => ['member', 'manager'].includes(user.kind) || user.id === state.me);
  return [h('h2', {}, 'Direct messages'), h('ul', {}, ...people.map((user) => direct(user, open)))];
}
