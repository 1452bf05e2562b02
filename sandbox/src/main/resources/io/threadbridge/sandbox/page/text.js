// Draws Slack's text: mrkdwn, text objects and rich text.

import { h, moment } from './dom.js';
import { emoji, words } from './emoji.js';
import { state } from './store.js';

const decode = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

const userName = (id) => state.users.get(id)?.name || 'somebody';
const channelName = (id) => state.channels.get(id)?.name || 'a channel';

/** A link, where the address is one that a browser may open. */
export function link(address, label) {
  if (!/^(https?|mailto|tel):/i.test(address)) return document.createTextNode(label);
  const here = address.startsWith(location.origin + location.pathname + '?');
  return h('a', { href: address, target: here ? undefined : '_blank', rel: 'noopener noreferrer nofollow' }, label);
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

/** A `rich_text` block. */
export function richText(block) {
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
