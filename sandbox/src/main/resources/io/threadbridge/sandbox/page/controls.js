// Block Kit's elements that do something, and its pictures.

import { h } from './dom.js';
import { words } from './emoji.js';
import { state } from './store.js';
import { link, textObject } from './text.js';

/** A picture that opens in full by a click. */
export function figure(image) {
  const shown = picture(image, 'wide');
  return shown.tagName === 'IMG' ? h('a', { href: shown.getAttribute('src'), target: '_blank', rel: 'noopener' }, shown) : shown;
}

/** A picture, if it lies with us; else a link to it. */
export function picture(image, className) {
  const address = image.image_url || (image.slack_file?.id ? '/sandbox/slack/files/seen/' + image.slack_file.id : '');
  const ours = new URL(address || '.', location.href).origin === location.origin;
  if (!address || !ours) return link(address, 'Picture: ' + (image.alt_text || address));
  return h('img.' + className, { src: address, alt: image.alt_text || '', loading: 'lazy' });
}

async function confirmed(confirm) {
  if (!confirm) return true;
  const dialog = h('dialog.confirm', {},
    h('h2', {}, confirm.title?.text || 'Are you sure?'), textObject(confirm.text),
    h('form.foot', { method: 'dialog' },
      h('button', { value: 'no' }, confirm.deny?.text || 'Cancel'), h('button.primary', { value: 'yes' }, confirm.confirm?.text || 'Yes')));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); }));
}

/** All options of a menu, whatever groups they are in. */
export function optionList(element) {
  const groups = element.option_groups || [{ options: element.options || [] }];
  return groups.flatMap((group) => group.options);
}

/** An element that does something; `press(element, value)` tells the app. */
export function control(element, press) {
  const choose = async (value) => { if (await confirmed(element.confirm)) press(element, value); };
  switch (element.type) {
    case 'button': {
      const button = h('button.act' + (element.style ? '.' + element.style : ''), { type: 'button', 'aria-label': element.accessibility_label },
        ...words(element.text?.text || ''));
      button.addEventListener('click', async () => {
        if (element.url && /^https?:/.test(element.url)) window.open(element.url, '_blank', 'noopener');
        button.setAttribute('aria-busy', 'true');
        await choose(undefined);
        setTimeout(() => button.removeAttribute('aria-busy'), 600);
      });
      return button;
    }
    case 'overflow':
    case 'static_select': {
      const select = h('select.act.' + element.type, { 'aria-label': element.placeholder?.text || 'More actions' },
        h('option', { value: '' }, element.type === 'overflow' ? '⋯' : element.placeholder?.text || 'Choose…'),
        ...optionList(element).map((option) => h('option', { value: option.value, selected: element.initial_option?.value === option.value }, option.text.text)));
      select.addEventListener('change', () => {
        if (select.value) choose(select.value);
        if (element.type === 'overflow') select.value = '';
      });
      return select;
    }
    case 'users_select': {
      const people = [...state.users.values()].filter((user) => !user.kind.includes('bot'));
      const select = h('select.act', { 'aria-label': element.placeholder?.text || 'Choose a person' },
        h('option', { value: '' }, element.placeholder?.text || 'Choose a person…'), ...people.map((user) => h('option', { value: user.id }, user.name)));
      select.addEventListener('change', () => select.value && choose(select.value));
      return select;
    }
    case 'image': return picture(element, 'thumb');
    default: return h('span.muted', {}, '[' + element.type + ']');
  }
}
