// The box in which one writes: words, a mention of the bot, pictures and files.

import { h, toast } from './dom.js';
import { icon } from './icons.js';
import { act, state } from './teamsstore.js';

const MAX_FILE = 10 * 1024 * 1024;

/** What was being written, by thread, so that a new reply does not take it away. */
const drafts = new Map();

const bytes = (file) => new Promise((resolve) => {
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).split(',')[1] || '');
  reader.readAsDataURL(file);
});

/** Fills `root` with a box that writes into the thread of that id, or a new post without one. */
export function composer(root, label, thread) {
  const key = () => state.here + '/' + thread;
  const box = h('textarea', { rows: 1, placeholder: label, 'aria-label': label, maxlength: 28000, 'data-thread': thread });
  const pictures = h('input', { type: 'file', accept: 'image/*', multiple: true, hidden: true, tabindex: -1 });
  const input = h('input', { type: 'file', multiple: true, hidden: true, tabindex: -1 });
  const picked = h('div.picked');
  const at = h('button.quiet', { type: 'button', 'aria-pressed': 'false', title: 'Mention the bot', 'aria-label': 'Mention the bot' }, '@');
  let files = [];
  const grow = () => { box.style.height = 'auto'; box.style.height = Math.min(box.scrollHeight, 160) + 'px'; };
  const called = new RegExp('@(bot|' + state.bot.name + ')\\b ?');
  const mentions = () => called.test(box.value);
  const changed = () => { drafts.set(key(), box.value); at.setAttribute('aria-pressed', String(mentions())); grow(); };
  const show = () => picked.replaceChildren(...files.map((each) => h('span', { title: each.picture ? 'In the message' : 'In the team\'s SharePoint' }, icon(each.picture ? 'picture' : 'file'), ' ' + each.file.name,
    h('button.quiet', { type: 'button', 'aria-label': 'Remove ' + each.file.name, onclick: () => { files = files.filter((other) => other !== each); show(); } }, '✕'))));
  const send = async () => {
    const text = box.value.trim();
    if (!text && !files.length) return;
    const kept = files;
    box.value = '';
    files = [];
    show();
    changed();
    const all = await Promise.all(kept.map(async ({ file, picture }) => ({ name: file.name, base64: await bytes(file), picture })));
    const answer = await act('say', { text, thread, images: all.filter((each) => each.picture), files: all.filter((each) => !each.picture) });
    if (!answer.ok) { box.value = text; files = kept; show(); changed(); }
    else if (!thread && answer.thread) state.open.add(answer.thread);
  };
  at.addEventListener('click', () => {
    box.value = mentions() ? box.value.replace(called, '') : '@' + state.bot.name + ' ' + box.value;
    changed();
    box.focus();
  });
  box.value = drafts.get(key()) || '';
  box.addEventListener('input', changed);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  });
  // As in Teams: a pasted picture stands in the message, what the paper clip attaches lies in SharePoint.
  const add = (more, inline) => {
    for (const file of more) if (file.size > MAX_FILE) toast(file.name + ' is larger than 10 MB.'); else files.push({ file, picture: inline && file.type.startsWith('image/') });
    show();
  };
  box.addEventListener('paste', (event) => add(event.clipboardData?.files || [], true));
  for (const [each, inline] of [[pictures, true], [input, false]]) each.addEventListener('change', () => { add(each.files, inline); each.value = ''; });
  root.replaceChildren(picked, h('div.write', {}, box, at,
    h('button.quiet', { type: 'button', 'aria-label': 'Insert a picture', title: 'Insert a picture', onclick: () => pictures.click() }, icon('picture')), pictures,
    h('button.quiet', { type: 'button', 'aria-label': 'Attach a file, kept in SharePoint', title: 'Attach a file (SharePoint)', onclick: () => input.click() }, icon('clip')), input,
    h('button.send', { type: 'button', 'aria-label': 'Send', title: 'Send (Enter)', onclick: send }, icon('send'))));
  requestAnimationFrame(changed);
  return root;
}
