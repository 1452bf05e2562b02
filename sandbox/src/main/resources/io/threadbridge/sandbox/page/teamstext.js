// Draws the words of posts and cards: a little Markdown and mentions, everything else as it stands.

import { h } from './dom.js';

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'" };
const decode = (text) => text.replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name) => ENTITIES[name]);
const MARKS = /\\([!-/:-@[-`{-~])|<at>([^<]{1,200})<\/at>|\*\*(\S(?:[^*\n]*\S)?)\*\*|\[((?:\\.|[^\]\\\n]){1,300})\]\(([^)\s]{1,2000})\)|`([^`\n]+)`|~~([^~\n]+)~~|(?<![\w*])[*_](\S(?:[^*_\n]*\S)?)[*_](?![\w*])|(https?:\/\/[^\s<>")\]]+)|<br ?\/?>/g;

const unescaped = (label) => label.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** A link, where the address is one that a browser may open. */
export function link(address, label) {
  if (!/^(https?|mailto|tel):/i.test(address)) return document.createTextNode(label);
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, label);
}

/** @param {string} text @param {any[]} mentions entities; a mention without one is plain words */
export function inline(text, mentions = []) {
  const nodes = [];
  let from = 0;
  const plain = (part) => { if (part) nodes.push(decode(part)); };
  for (const match of text.matchAll(MARKS)) {
    plain(text.slice(from, match.index));
    const [whole, escaped, at, bold, label, address, code, strike, italic, bare] = match;
    const known = at && mentions.some((each) => each.type === 'mention' && each.text === whole);
    if (escaped) nodes.push(escaped);
    else if (at) nodes.push(known ? h('span.mention', {}, decode(at)) : decode(at));
    else if (bold) nodes.push(h('strong', {}, ...inline(bold, mentions)));
    else if (label) nodes.push(link(decode(address), decode(unescaped(label))));
    else if (code) nodes.push(h('code', {}, decode(code)));
    else if (strike) nodes.push(h('s', {}, ...inline(strike, mentions)));
    else if (italic) nodes.push(h('em', {}, ...inline(italic, mentions)));
    else if (bare) nodes.push(link(decode(bare), decode(bare)));
    else nodes.push(h('br'));
    from = match.index + whole.length;
  }
  plain(text.slice(from));
  return nodes;
}

/** Paragraphs, lists and quotes of Markdown. */
export function markdown(text, mentions = []) {
  const box = h('div.text');
  let list = null;
  text.split(/\r?\n/).forEach((line, i) => {
    const item = line.match(/^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/);
    const quote = line.match(/^>\s?(.*)$/);
    if (item) {
      list ??= box.appendChild(h(item[1] ? 'ol' : 'ul'));
      list.append(h('li', {}, ...inline(item[2], mentions)));
      return;
    }
    if (i > 0 && !list && box.lastChild?.nodeName !== 'BLOCKQUOTE') box.append(h('br'));
    list = null;
    if (quote) box.append(h('blockquote', {}, ...inline(quote[1], mentions)));
    else box.append(...inline(line, mentions));
  });
  return box;
}

/** What people typed: mentions, links and nothing more. */
export function typed(text, mentions) {
  const box = h('div.text');
  let from = 0;
  for (const match of text.matchAll(/<at>([^<]{1,200})<\/at>|(https?:\/\/[^\s<>")\]]+)/g)) {
    box.append(text.slice(from, match.index));
    box.append(match[1] ? h('span.mention', {}, decode(match[1])) : link(match[2], match[2]));
    from = match.index + match[0].length;
  }
  box.append(text.slice(from));
  return box;
}
