// The box in which one writes: words, files, commands.

import { h, toast } from './dom.js';
import { icon } from './icons.js';
import { act, state } from './store.js';

const MAX_FILE = 10 * 1024 * 1024;

const bytes = (file) => new Promise((resolve) => {
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).split(',')[1] || '');
  reader.readAsDataURL(file);
});

/** Fills `root` with a box; `thread` says whether it writes into the open thread. */
export function composer(root, label, list, thread) {
  const box = h('textarea', { rows: 1, placeholder: label, 'aria-label': label, maxlength: 40000 });
  const input = h('input', { type: 'file', multiple: true, hidden: true, 'aria-hidden': 'true', tabindex: -1 });
  const picked = h('div.picked');
  const also = thread ? h('label.also', {}, h('input', { type: 'checkbox' }), ' also send to the channel') : null;
  let files = [];
  const grow = () => { box.style.height = 'auto'; box.style.height = Math.min(box.scrollHeight, 160) + 'px'; };
  const showFiles = () => picked.replaceChildren(...files.map((file) =>
    h('span', {}, icon('file'), ' ' + file.name, h('button.quiet', { type: 'button', 'aria-label': 'Remove ' + file.name, onclick: () => { files = files.filter((each) => each !== file); showFiles(); } }, '✕'))));
  const add = (more) => {
    for (const file of more) if (file.size > MAX_FILE) toast(file.name + ' is larger than 10 MB.'); else files.push(file);
    showFiles();
  };
  const send = async () => {
    const text = box.value.trim();
    if (!text && !files.length) return;
    const command = text.match(/^(\/[a-z-]+)\s*([\s\S]*)$/);
    if (command && thread) { toast('Slack has no slash commands in threads. Use it in the channel.'); return; }
    const kept = { text: box.value, files };
    box.value = '';
    files = [];
    showFiles();
    grow();
    const answer = command ? await act('command', { channel: state.channel, command: command[1], text: command[2] })
      : await act('post', { channel: state.channel, text, thread_ts: thread ? state.thread : undefined,
        broadcast: Boolean(also?.querySelector('input').checked),
        files: await Promise.all(kept.files.map(async (file) => ({ name: file.name, base64: await bytes(file) }))) });
    if (also) also.querySelector('input').checked = false;
    if (!answer.ok && !box.value) { box.value = kept.text; files = kept.files; showFiles(); grow(); }
  };
  box.addEventListener('input', grow);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
    if (event.key === 'ArrowUp' && !box.value) {
      const own = [...list.messages.values()].filter((message) => message.user === state.me).sort((a, b) => (a.ts < b.ts ? 1 : -1))[0];
      if (own) { event.preventDefault(); list.edit(own.ts); }
    }
  });
  box.addEventListener('paste', (event) => add(event.clipboardData?.files || []));
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => { event.preventDefault(); add(event.dataTransfer?.files || []); });
  input.addEventListener('change', () => { add(input.files); input.value = ''; });
  root.append(picked, h('div.write', {}, h('button.quiet', { type: 'button', 'aria-label': 'Attach a file', title: 'Attach a file', onclick: () => input.click() }, icon('clip')), input, box,
    h('button.send', { type: 'button', 'aria-label': 'Send', title: 'Send (Enter)', onclick: send }, icon('send'))), also || '');
}
