// The buttons of Adaptive Cards: what they send, open, show and hide.

import { h } from './dom.js';

const SHOWN = 6;

/** The bar of buttons; those beyond the sixth, and the secondary ones, are in a menu. */
export function actionBar(actions, context, drawCard) {
  const bar = h('div.bar-of-actions');
  const panels = h('div.panels');
  const primary = actions.filter((each) => each.mode !== 'secondary');
  const hidden = [...primary.slice(SHOWN), ...actions.filter((each) => each.mode === 'secondary')];
  bar.append(...primary.slice(0, SHOWN).map((each) => button(each, context, panels, drawCard)));
  if (hidden.length) bar.append(menu(hidden, context, panels, drawCard));
  return h('div.actions', {}, bar, panels);
}

function button(action, context, panels, drawCard) {
  const style = { positive: '.positive', destructive: '.destructive' }[action.style] || '';
  const node = h('button.act' + style, { type: 'button', title: action.tooltip, disabled: action.isEnabled === false }, action.title || 'Open');
  if (action.type === 'Action.ShowCard') {
    const open = panel(node, action, context, panels, drawCard);
    node.classList.add('opens');
    node.setAttribute('aria-expanded', 'false');
    node.addEventListener('click', open);
    return node;
  }
  node.addEventListener('click', async () => {
    node.setAttribute('aria-busy', 'true');
    await run(action, context, node);
    node.removeAttribute('aria-busy');
  });
  return node;
}

/** The card behind a button; the answer opens it, and closes whatever else was open. */
function panel(node, action, context, panels, drawCard) {
  const box = h('div.panel', { hidden: true }, drawCard(action.card || {}, context));
  panels.append(box);
  return () => {
    const open = box.hidden;
    for (const each of panels.children) each.hidden = true;
    for (const each of panels.parentElement.querySelectorAll(':scope > .bar-of-actions > .opens')) each.setAttribute('aria-expanded', 'false');
    box.hidden = !open;
    if (node.classList.contains('opens')) node.setAttribute('aria-expanded', String(open));
    if (open) box.querySelector('input, textarea, select, button')?.focus();
  };
}

function menu(actions, context, panels, drawCard) {
  const select = h('select.act.more', { 'aria-label': 'More actions', title: 'More actions' }, h('option', { value: '' }, '⋯'),
    ...actions.map((each, i) => h('option', { value: String(i) }, each.title)));
  const opens = actions.map((each) => each.type === 'Action.ShowCard' && panel(select, each, context, panels, drawCard));
  select.addEventListener('change', () => {
    const chosen = Number(select.value);
    select.value = '';
    if (opens[chosen]) opens[chosen](); else run(actions[chosen], context, select);
  });
  return select;
}

async function run(action, context, node) {
  switch (action.type) {
    case 'Action.OpenUrl': open(action.url || ''); break;
    case 'Action.ToggleVisibility': toggle(action, node); break;
    case 'Action.Execute': case 'Action.Submit': {
      const none = String(action.associatedInputs).toLowerCase() === 'none';
      if (!none && !context.readers.every((each) => each.check())) return;
      const inputs = Object.fromEntries(none ? [] : context.readers.map((each) => [each.id, each.read()]));
      const sent = await context.press(action, inputs);
      if (sent && !none) context.typed.clear();
      break;
    }
    default:
  }
}

/** Opens an address; one of a message in Teams leads to it here. */
function open(address) {
  const [, channel, root] = address.match(/^https:\/\/teams\.microsoft\.com\/l\/message\/([^/?]+)\/([^/?]+)/) || [];
  if (channel) location.assign('?' + new URLSearchParams({ conversation: decodeURIComponent(channel), thread: decodeURIComponent(root) }));
  else if (/^https?:/i.test(address)) window.open(address, '_blank', 'noopener');
}

function toggle(action, node) {
  const card = node.closest('.message, dialog');
  for (const each of action.targetElements || []) {
    const target = card?.querySelector('[data-element="' + CSS.escape(each.elementId || each) + '"]');
    if (target) target.hidden = each.isVisible === undefined ? !target.hidden : !each.isVisible;
  }
}

/** Makes an element do something when it is chosen, if it is to. */
export function selectable(node, action, context) {
  if (!action) return node;
  node.classList.add('selectable');
  node.tabIndex = 0;
  node.setAttribute('role', 'button');
  if (action.title) node.setAttribute('aria-label', action.title);
  const go = (event) => { if (!event.target.closest('button, a, input, textarea, select')) run(action, context, node); };
  node.addEventListener('click', go);
  node.addEventListener('keydown', (event) => { if (event.key === 'Enter') go(event); });
  return node;
}
