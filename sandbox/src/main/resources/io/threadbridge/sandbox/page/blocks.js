// Draws Block Kit and messages. Unknown blocks are named instead of guessed at.

import { control, figure, picture } from './controls.js';
import { h } from './dom.js';
import { words } from './emoji.js';
import { icon } from './icons.js';
import { act, state } from './store.js';
import { mrkdwn, richText, textObject } from './text.js';

/** Draws blocks. @param {any[]} blocks @param {(element: any, value: any, block: any) => void} press @param {(block: any) => Node} [input] */
export function drawBlocks(blocks, press, input) {
  return h('div.blocks', {}, ...blocks.map((block) => {
    const tell = (element, value) => press(element, value, block);
    switch (block.type) {
      case 'section': return h('div.section', {},
        h('div', {}, block.text && textObject(block.text), block.fields && h('div.fields', {}, ...block.fields.map(textObject))),
        block.accessory && control(block.accessory, tell));
      case 'header': return h('h3', {}, ...words(block.text.text));
      case 'context': return h('div.context', {}, ...block.elements.map((each) => (each.type === 'image' ? picture(each, 'icon') : textObject(each))));
      case 'actions': return h('div.actions', {}, ...block.elements.map((each) => control(each, tell)));
      case 'divider': return h('hr');
      case 'image': return h('figure', {}, block.title && h('figcaption', {}, block.title.text), figure(block));
      case 'rich_text': return richText(block);
      case 'markdown': return mrkdwn(block.text.replace(/\*\*(.+?)\*\*/g, '*$1*'));
      case 'input': return input ? input(block) : h('span.muted', {}, '[input]');
      default: return h('span.muted', {}, '[' + block.type + ']');
    }
  }));
}

/** What the blocks or the text of a message show. */
export function drawMessage(message, press) {
  const parts = [];
  if (message.blocks?.length) parts.push(drawBlocks(message.blocks, press));
  else if (message.text) parts.push(mrkdwn(message.text));
  for (const attachment of message.attachments || []) {
    parts.push(h('div.attachment', {}, attachment.blocks ? drawBlocks(attachment.blocks, press)
      : mrkdwn([attachment.pretext, attachment.title && '*' + attachment.title + '*', attachment.text || attachment.fallback].filter(Boolean).join('\n'))));
  }
  for (const file of message.files || []) {
    if (file.mode === 'tombstone') { parts.push(h('span.muted', {}, 'This file was deleted.')); continue; }
    const address = '/sandbox/slack/files/seen/' + file.id;
    parts.push(file.mimetype?.startsWith('image/')
      ? h('img.wide', { src: address, alt: file.title, loading: 'lazy' })
      : h('a.file', { href: address, download: file.name }, icon('file'), ' ' + file.title + ' · ' + Math.ceil(file.size / 1024) + ' KB'));
    if (file.user === state.me) {
      const label = 'Delete the file ' + file.name;
      parts.push(h('button.quiet', { type: 'button', 'aria-label': label, title: label, onclick: () => act('delete-file', { file: file.id }) }, icon('bin')));
    }
  }
  return parts;
}
