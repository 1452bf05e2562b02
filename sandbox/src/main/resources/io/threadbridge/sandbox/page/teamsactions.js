// The buttons of Adaptive Cards: what they send, open, show and hide.

import { h } from './dom.js';

const SHOWN = 6;

/** The bar of buttons; those beyond the sixth, and the secondary ones, are in a menu. */
export function actionBar(actions, context, drawCard) {
  const bar = h('div.bar-of-actions');
  const more = actions.filter((each) => each.mode === 'secondary');
  const shown = actions.filter((each) => each.mode !== 'secondary').slice(0, SHOWN);
  const panels = h('div.panels');
  bar.append(...shown.map((each) => button(each, context, panels, drawCard)));
  if (more.length) bar.append(menu(more, context));
  return h('div.actions', {}, bar, panels);
}

function button(action, context, panels, drawCard) {
  const style = { positive: '.positive', destructive: '.destructive' }[action.style] || '';
  const node = h('button.act' + style, { type: 'button', title: action.tooltip, disabled: action.isEnabled === false }, action.title || 'Open');
  if (action.type === 'Action.ShowCard') return showCard(node, action, context, panels, drawCard);
  node.addEventListener('click', async () => {
    node.setAttribute('aria-busy', 'true');
    await run(action, context, node);
    node.removeAttribute('aria-busy');
  });
  return node;
}

function showCard(node, action, context, panels, drawCard) {
  const panel = h('div.panel', { hidden: true }, drawCard(action.card || {}, context));
  panels.append(panel);
  node.classList.add('opens');
  node.setAttribute('aria-expanded', 'false');
  node.addEventListener('click', () => {
    const open = panel.hidden;
    for (const each of panels.children) each.hidden = true;
    for (const each of node.parentElement.querySelectorAll('.opens')) each.setAttribute('aria-expanded', 'false');
    panel.hidden = !open;
    node.setAttribute('aria-expanded', String(open));
    if (open) panel.querySelector('input, textarea, select')?.focus();
  });
  return node;
}

function menu(actions, context) {
  const select = h('select.act.more', { 'aria-label': 'More actions' }, h('option', { value: '' }, '⋯'),
    ...actions.map((each, i) => h('option', { value: String(i) }, each.title)));
  select.addEventListener('change', () => { run(actions[Number(select.value)], context, select); select.value = ''; });
  return select;
}

async function run(action, context, node) {
  switch (action.type) {
    case 'Action.OpenUrl': if (/^https?:/i.test(action.url || '')) window.open(action.url, '_blank', 'noopener'); break;
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

function toggle(action, node) {
  const card = node.closest('.post, dialog');
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
