// Draws Slack's text and Block Kit. Unknown blocks are named instead of guessed at.

import { h, moment, toast } from './dom.js';
import { drawn, icon } from './icons.js';
import { state } from './store.js';

const EMOJI = {
  eyes: '👀', white_check_mark: '✅', heavy_check_mark: '✔️', lock: '🔒', tada: '🎉', thumbsup: '👍', '+1': '👍', '-1': '👎',
  thumbsdown: '👎', wave: '👋', smile: '😄', slightly_smiling_face: '🙂', grinning: '😀', joy: '😂', wink: '😉', blush: '😊',
  heart: '❤️', fire: '🔥', rocket: '🚀', warning: '⚠️', x: '❌', question: '❓', exclamation: '❗', bell: '🔔', clock1: '🕐',
  hourglass: '⌛', hourglass_flowing_sand: '⏳', alarm_clock: '⏰', speech_balloon: '💬', left_speech_bubble: '🗨️', pray: '🙏',
  clap: '👏', ok_hand: '👌', raised_hands: '🙌', thinking_face: '🤔', cry: '😢', sob: '😭', star: '⭐', bulb: '💡', memo: '📝',
  email: '📧', phone: '☎️', telephone_receiver: '📞', globe_with_meridians: '🌐', bust_in_silhouette: '👤', robot_face: '🤖',
  red_circle: '🔴', large_green_circle: '🟢', large_yellow_circle: '🟡', large_orange_circle: '🟠', large_blue_circle: '🔵',
  white_circle: '⚪', no_entry: '⛔', no_entry_sign: '🚫', inbox_tray: '📥', link: '🔗', mag: '🔍', zap: '⚡', sos: '🆘',
  arrow_right: '➡️', point_right: '👉', door: '🚪', zzz: '💤', sunny: '☀️', pencil2: '✏️', wastebasket: '🗑️', hand: '✋',
  owl: '🦉', eagle: '🦅', duck: '🦆', swan: '🦢', flamingo: '🦩', parrot: '🦜', peacock: '🦚', penguin: '🐧', bird: '🐦',
  baby_chick: '🐤', rooster: '🐓', dove_of_peace: '🕊️',
};

/** An emoji as a drawing where we have one, else as text. @param {string} name */
export const emoji = (name) => drawn(name) || EMOJI[name.split('::')[0]] || ':' + name + ':';

const decode = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** Text with its `:emoji:` drawn. @param {string} text @returns {(Node|string)[]} */
const words = (text) => text.split(/(:[a-z0-9_+-]+:)/).map((part) => {
  const name = part.slice(1, -1);
  return part.startsWith(':') && part.length > 2 ? drawn(name) || EMOJI[name] || part : part;
});

const userName = (id) => state.users.get(id)?.name || 'somebody';
const channelName = (id) => state.channels.get(id)?.name || 'a channel';

function link(address, label) {
  if (!/^(https?|mailto|tel):/i.test(address)) return document.createTextNode(label);
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, label);
}

function date(ts, format) {
  const when = moment(ts);
  const options = {
    date: { dateStyle: 'long' }, date_num: { dateStyle: 'short' }, date_short: { dateStyle: 'medium' }, date_long: { dateStyle: 'full' },
    date_pretty: { dateStyle: 'long' }, date_short_pretty: { dateStyle: 'medium' }, date_long_pretty: { dateStyle: 'full' },
    time: { timeStyle: 'short' }, time_secs: { timeStyle: 'medium' },
  };
  return format.replace(/\{(\w+)\}/g, (whole, name) => (name === 'ago' ? ago(when)
    : options[name] ? new Intl.DateTimeFormat([], options[name]).format(when) : whole));
}

function ago(when) {
  const minutes = Math.round((Date.now() - when.getTime()) / 60000);
  return minutes < 1 ? 'just now' : minutes < 60 ? minutes + ' min ago' : Math.round(minutes / 60) + ' h ago';
}

/** One `<…>` of Slack's text. */
function span(inside) {
  const [target, label] = inside.split(/\|(.*)/s);
  if (target.startsWith('@')) return h('span.mention', {}, '@' + userName(target.slice(1)));
  if (target.startsWith('#')) return h('span.mention', {}, '#' + (label || channelName(target.slice(1))));
  if (target.startsWith('!date^')) {
    const [, ts, format] = target.split('^');
    return h('time', { datetime: moment(ts).toISOString(), title: decode(label || '') }, date(ts, format));
  }
  if (target.startsWith('!subteam')) return h('span.mention', {}, label || '@on-call');
  if (target.startsWith('!')) return h('span.mention.loud', {}, '@' + target.slice(1));
  return link(decode(target), decode(label || target));
}

const MARKS = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])|(?<!\w)_(\S(?:[^_\n]*\S)?)_(?!\w)|(?<![\w~])~(\S(?:[^~\n]*\S)?)~(?![\w~])/g;

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > from) nodes.push(...words(decode(text.slice(from, match.index))));
    const [, pre, code, angle, bold, italic, strike] = match;
    if (pre !== undefined) nodes.push(h('pre', {}, decode(pre.replace(/^\n/, ''))));
    else if (code !== undefined) nodes.push(h('code', {}, decode(code)));
    else if (angle !== undefined) nodes.push(span(angle));
    else if (bold !== undefined) nodes.push(h('strong', {}, ...inline(bold)));
    else if (italic !== undefined) nodes.push(h('em', {}, ...inline(italic)));
    else nodes.push(h('s', {}, ...inline(strike)));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(...words(decode(text.slice(from))));
  return nodes;
}

/** Slack's mrkdwn. @param {string} text */
export function mrkdwn(text) {
  const box = h('div.text');
  let quote = null;
  for (const part of text.split(/(```[\s\S]+?```)/)) {
    if (part.startsWith('```')) { box.append(...inline(part)); quote = null; continue; }
    part.split('\n').forEach((line, i) => {
      if (/^&gt; ?/.test(line) || /^> ?/.test(line)) {
        quote ??= box.appendChild(h('blockquote'));
        if (quote.childNodes.length) quote.append(h('br'));
        quote.append(...inline(line.replace(/^(&gt;|>) ?/, '')));
        return;
      }
      if (i > 0 && !quote) box.append(h('br'));
      quote = null;
      box.append(...inline(line));
    });
  }
  return box;
}

/** A text object of Block Kit. */
export function textObject(object) {
  if (!object) return h('span');
  if (object.type === 'mrkdwn') return mrkdwn(object.text);
  return h('div.text', {}, ...(object.emoji === false ? [object.text] : words(object.text)));
}

function leaf(element) {
  const style = element.style || {};
  let node;
  switch (element.type) {
    case 'text': node = document.createTextNode(element.text); break;
    case 'link': node = link(element.url, element.text || element.url); break;
    case 'user': node = h('span.mention', {}, '@' + userName(element.user_id)); break;
    case 'channel': node = h('span.mention', {}, '#' + channelName(element.channel_id)); break;
    case 'usergroup': node = h('span.mention', {}, '@on-call'); break;
    case 'broadcast': node = h('span.mention.loud', {}, '@' + element.range); break;
    case 'emoji': node = h('span', { title: ':' + element.name + ':' }, emoji(element.name)); break;
    case 'date': node = h('time', {}, date(element.timestamp, element.format || '{date_pretty} {time}')); break;
    default: node = document.createTextNode(element.fallback || '');
  }
  for (const [name, tag] of [['code', 'code'], ['strike', 's'], ['italic', 'em'], ['bold', 'strong'], ['underline', 'u']]) {
    if (style[name]) node = h(tag, {}, node);
  }
  return node;
}

function richText(block) {
  return h('div.text', {}, ...(block.elements || []).map((part) => {
    const inside = () => (part.elements || []).map(leaf);
    switch (part.type) {
      case 'rich_text_quote': return h('blockquote', {}, ...inside());
      case 'rich_text_preformatted': return h('pre', {}, ...inside());
      case 'rich_text_list':
        return h(part.style === 'ordered' ? 'ol' : 'ul', {}, ...(part.elements || []).map((item) => h('li', {}, ...(item.elements || []).map(leaf))));
      default: return h('div', {}, ...inside());
    }
  }));
}

function picture(image, className) {
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

function optionList(element) {
  const groups = element.option_groups || [{ options: element.options || [] }];
  return groups.flatMap((group) => group.options);
}

/** An element that does something; `press(element, value)` tells the app. */
function control(element, press) {
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
      case 'image': return h('figure', {}, block.title && h('figcaption', {}, block.title.text), picture(block, 'wide'));
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
    const address = '/sandbox/slack/files/seen/' + file.id;
    parts.push(file.mimetype?.startsWith('image/')
      ? h('img.wide', { src: address, alt: file.title, loading: 'lazy' })
      : h('a.file', { href: address, download: file.name }, icon('file'), ' ' + file.title + ' · ' + Math.ceil(file.size / 1024) + ' KB'));
  }
  return parts;
}

export { control, optionList, toast };
