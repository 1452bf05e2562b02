// Draws modals and the home tab, and collects what was typed into them.

import { h } from './dom.js';
import { act, state } from './store.js';
import { drawBlocks } from './blocks.js';
import { optionList } from './controls.js';

const readers = new Map();

function field(block) {
  const element = block.element;
  const id = 'field-' + block.block_id;
  const common = { id, 'aria-describedby': id + '-hint', required: !block.optional };
  const read = (reader) => readers.set(element.action_id, reader);
  let control;
  switch (element.type) {
    case 'plain_text_input':
      control = h(element.multiline ? 'textarea' : 'input', {
        ...common, maxlength: element.max_length, minlength: element.min_length, placeholder: element.placeholder?.text, rows: 4,
      });
      control.value = element.initial_value || '';
      read(() => control.value || null);
      break;
    case 'email_text_input': case 'url_text_input': case 'number_input': case 'datepicker': case 'timepicker': {
      const types = { email_text_input: 'email', url_text_input: 'url', number_input: 'number', datepicker: 'date', timepicker: 'time' };
      control = h('input', { ...common, type: types[element.type], placeholder: element.placeholder?.text });
      control.value = element.initial_value || element.initial_date || element.initial_time || '';
      read(() => control.value || null);
      break;
    }
    case 'static_select': case 'users_select': {
      const options = element.type === 'static_select'
        ? optionList(element).map((option) => [option.value, option.text.text])
        : [...state.users.values()].filter((user) => !user.kind.includes('bot')).map((user) => [user.id, user.name]);
      control = h('select', common, h('option', { value: '' }, element.placeholder?.text || 'Choose…'),
        ...options.map(([value, text]) => h('option', { value }, text)));
      control.value = element.initial_option?.value || element.initial_user || '';
      read(() => control.value || undefined);
      break;
    }
    case 'radio_buttons': case 'checkboxes': {
      const type = element.type === 'checkboxes' ? 'checkbox' : 'radio';
      const initial = (element.initial_options || [element.initial_option]).filter(Boolean).map((option) => option.value);
      control = h('fieldset', { id }, ...element.options.map((option) => h('label', {},
        h('input', { type, name: id, value: option.value, checked: initial.includes(option.value) }), ' ' + option.text.text)));
      const chosen = () => [...control.querySelectorAll(':checked')].map((each) => each.value);
      read(() => (type === 'checkbox' ? chosen() : chosen()[0]));
      break;
    }
    default: control = h('span.muted', {}, '[' + element.type + ']');
  }
  return h('div.field', { 'data-block': block.block_id }, h('label', { for: id }, block.label.text, block.optional && h('span.muted', {}, ' (optional)')),
    control, h('div.muted', { id: id + '-hint' }, block.hint?.text || ''), h('div.error', { role: 'alert' }));
}

/** Shows the view on top of the stack, or nothing. */
export function showView(view) {
  const dialog = document.getElementById('modal');
  if (!view) { if (dialog.open) dialog.close('app'); return; }
  readers.clear();
  const press = (element, value, block) => act('press', { view_id: view.id, action_id: element.action_id, block_id: block.block_id, value });
  const form = h('form', { novalidate: false },
    h('header', {}, h('h2', { id: 'modal-title' }, view.title?.text || ''), h('button.quiet', { type: 'button', 'aria-label': 'Close', onclick: dismiss }, '✕')),
    h('div.content', {}, drawBlocks(view.blocks, press, field)),
    h('div.foot', {}, h('button.act', { type: 'button', onclick: dismiss }, view.close?.text || 'Cancel'),
      view.submit && h('button.act.primary', { type: 'submit' }, view.submit.text)));
  form.addEventListener('submit', (event) => { event.preventDefault(); submit(form); });
  dialog.replaceChildren(form);
  dialog.oncancel = (event) => { event.preventDefault(); dismiss(); };
  if (!dialog.open) dialog.showModal();
  form.querySelector('input, textarea, select')?.focus();
}

const dismiss = () => act('close', {});

async function submit(form) {
  const values = Object.fromEntries([...readers].map(([id, reader]) => [id, reader()]).filter(([, value]) => value !== undefined));
  const answer = await act('submit', { values });
  form.querySelectorAll('.error').forEach((error) => { error.textContent = ''; });
  for (const [block, text] of Object.entries(answer.response?.errors || {})) {
    const place = form.querySelector('[data-block="' + CSS.escape(block) + '"] .error');
    if (place) place.textContent = text;
  }
}

/** The app's home tab. */
export function drawHome(view) {
  if (!view) return h('p.muted', {}, 'The app has not published a home tab for you.');
  readers.clear();
  return drawBlocks(view.blocks, (element, value, block) => act('press', { home: true, action_id: element.action_id, block_id: block.block_id, value }), field);
}
