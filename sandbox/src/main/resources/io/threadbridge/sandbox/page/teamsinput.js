// The inputs of Adaptive Cards. What is typed is kept when the card is drawn anew.

import { h } from './dom.js';
import { state } from './teamsstore.js';

/** An input with its label; adds a reader of its value to the context. */
export function field(item, context) {
  const control = make(item, context);
  const error = h('div.error', { role: 'alert' });
  const first = control.matches('input, textarea, select') ? control : control.querySelector('input');
  context.readers.push({
    id: item.id,
    read: () => value(item, control),
    check: () => {
      const missing = item.isRequired && !value(item, control);
      error.textContent = missing ? item.errorMessage || 'This is needed.' : '';
      if (missing) first?.focus();
      return !missing;
    },
  });
  control.addEventListener('input', () => { context.typed.set(item.id, value(item, control)); error.textContent = ''; });
  if (!item.label && first) first.setAttribute('aria-label', item.placeholder || item.title || item.id);
  return h('div.field', {}, item.label ? h('label', {}, h('strong', {}, item.label, item.isRequired && h('span.needed', { 'aria-hidden': 'true' }, ' *')), control) : control, error);
}

const kept = (item, context) => (context.typed.has(item.id) ? context.typed.get(item.id) : item.value) ?? '';

function make(item, context) {
  const start = String(kept(item, context));
  switch (item.type) {
    case 'Input.Text': return text(item, start);
    case 'Input.ChoiceSet': return choices(item, start);
    case 'Input.Toggle': {
      const on = item.valueOn ?? 'true';
      return h('label.choice', {}, h('input', { type: 'checkbox', checked: start === on }), ' ' + (item.title || ''));
    }
    case 'Input.Number': case 'Input.Date': case 'Input.Time': {
      const type = item.type.slice(6).toLowerCase();
      return h('input', { type, value: start, min: item.min, max: item.max, placeholder: item.placeholder });
    }
    default: return h('span.muted', {}, '[' + item.type + ']');
  }
}

function text(item, start) {
  const common = { placeholder: item.placeholder, maxlength: item.maxLength };
  if (item.isMultiline) return h('textarea', { ...common, rows: 2, value: start });
  return h('input', { ...common, type: { Email: 'email', Tel: 'tel', Url: 'url' }[item.style] || 'text', value: start });
}

/** The choices, and for a people picker those who are in the team. */
function options(item) {
  const people = item['choices.data']?.dataset?.startsWith('graph.microsoft.com/users');
  const found = people ? [...state.people.values()].filter((each) => each.kind !== 'external').map((each) => ({ title: each.name, value: each.aadObjectId })) : [];
  return [...(item.choices || []), ...found];
}

function choices(item, start) {
  const chosen = start.split(',');
  if (item.isMultiSelect || item.style === 'expanded') {
    const type = item.isMultiSelect ? 'checkbox' : 'radio';
    const name = 'choice-' + item.id + '-' + Math.random();
    return h('fieldset', {}, ...options(item).map((each) => h('label.choice', {}, h('input', { type, name, value: each.value, checked: chosen.includes(each.value) }), ' ' + each.title)));
  }
  const select = h('select', {}, h('option', { value: '' }, item.placeholder || 'Choose…'), ...options(item).map((each) => h('option', { value: each.value }, each.title)));
  select.value = start;
  return select;
}

function value(item, control) {
  if (item.type === 'Input.Toggle') return control.querySelector('input').checked ? item.valueOn ?? 'true' : item.valueOff ?? 'false';
  if (control.tagName === 'FIELDSET') return [...control.querySelectorAll(':checked')].map((each) => each.value).join(',');
  return control.value ?? '';
}
