import { newId } from './queue.js';

const MOST_FILES = 10; // at once
const MOST_BYTES = 8 * 2 ** 20;
const AGAIN_SECONDS = 5;

/**
 * The files of a conversation. Those that are on their way to the bridge are kept by this page alone; each becomes a
 * message of its own once the bridge has it.
 */
export class Files {
  /** @param {import('./conversation.js').Conversation} chat */
  constructor(chat) {
    Object.assign(this, { chat, coming: [], blobs: new Map() });
  }

  /** @param {FileList} chosen, dropped or pasted by the visitor */
  add(chosen) {
    for (const file of [...chosen].slice(0, MOST_FILES)) {
      const id = newId();
      this.blobs.set(id, file);
      this.coming.push({ id, text: '', files: [{ id, name: file.name, type: file.type }], from: { role: 'visitor' }, waiting: true });
    }
    this.pump();
  }

  again(id) {
    this.coming.find((one) => one.id === id).refused = '';
    this.pump();
  }

  drop(id) {
    this.coming = this.coming.filter((one) => one.id !== id);
    this.chat.changed();
  }

  async pump() {
    this.chat.changed();
    if (this.pumping) return;
    this.pumping = true;
    for (let one; (one = this.coming.find(({ refused }) => !refused)); this.chat.changed()) await this.send(one);
    this.pumping = false;
  }

  /** Repeated with the same id until the bridge has it or will not take it. */
  async send(one) {
    const { chat } = this;
    const { id, files: [{ name }] } = one;
    const body = await this.blob(id);
    const headers = { 'File-Id': id, 'File-Name': encodeURIComponent(name) };
    const { file, reason, retryAfter } = body.size > MOST_BYTES ? { reason: 'too-long' }
      : chat.credentials ? await chat.ask('files', 'PUT', body, headers) : await chat.begin();
    if (!this.coming.includes(one)) return; // taken back meanwhile
    if (file) {
      this.drop(id);
      chat.queue.add({ type: 'say', text: '', files: [file] });
    } else if (/expired|unknown/.test(reason)) chat.forget();
    else if (reason && !retryAfter) one.refused = reason;
    else if (chat.credentials) await new Promise((resolve) => setTimeout(resolve, (retryAfter ?? AGAIN_SECONDS) * 1000));
  }

  /** @returns {Promise<Blob>} what this page has of a file, else what the bridge has */
  async blob(id) {
    const { blobs, chat } = this;
    if (!blobs.has(id)) {
      const answer = await fetch(new URL(`files/${id}`, chat.base), { headers: chat.headers() });
      if (!answer.ok) throw answer;
      blobs.set(id, await answer.blob());
    }
    return blobs.get(id);
  }
}
