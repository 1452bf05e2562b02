import { Connection } from './connection.js';
import { Files } from './files.js';
import { receive } from './frames.js';
import { Queue } from './queue.js';

const LATE_MILLIS = 3_000; // a line lost for less is not worth a word
const MOST_KEPT = 500; // messages of earlier conversations
const DRAFT_MILLIS = 2_000;
const KEEP_MILLIS = 200;
const REASONS = { 400: 'malformed', 403: 'origin', 404: 'closed-site', 413: 'too-long' };

/**
 * One visitor's conversation as this browser knows it: what was said, what still waits, and how things stand.
 *
 * @typedef {{seq?: number, id?: string, from: {role: string, name?: string, photo?: string}, text: string, at?: string,
 *   edited?: boolean, deleted?: boolean, waiting?: boolean, refused?: string, change?: string, old?: string}} Message
 *   `change` is the id of a waiting edit or delete, `old` the key of a message of an earlier conversation
 */
export class Conversation {
  /** @param {string} site @param {URL} base @param {import('./store.js').Store} store @param {() => void} changed */
  constructor(site, base, store, changed) {
    Object.assign(this, { site, base, store, changed });
    this.page = { url: '', title: '' };
    this.draft = store.read('draft') ?? '';
    this.forgotten = 0;
    this.recall();
    this.queue = new Queue(site, store, (entry) => this.hand(entry), changed);
    this.files = new Files(this);
    this.connection = new Connection(base, {
      greeting: () => this.credentials && { token: this.credentials.token, after: this.after },
      frame: (frame) => receive(this, frame),
      up: (up) => this.turned(up),
      refused: (code) => this.turnedAway(code),
    });
    this.expectLine(false);
    this.connection.start();
    this.queue.pump();
  }

  recall() {
    const { id, after = 0, read = 0, messages = [], earlier = [] } = this.store.read('log') ?? {};
    Object.assign(this, { id, after, read, earlier, delivered: 0, noticed: 0, state: { phase: 'new' } });
    /** @type {Map<number, Message>} by seq */
    this.messages = new Map(messages.map((message) => [message.seq, message]));
    this.adopt(this.store.read('conversation'));
  }

  /** Soon: what a closing tab did not keep, the bridge tells again. */
  keep() {
    this.keeping ??= setTimeout(() => {
      const { id, after, read, earlier } = this;
      this.keeping = null;
      this.store.write('log', { id, after, read, earlier, messages: this.sorted() });
    }, KEEP_MILLIS);
  }

  sorted() {
    return [...this.messages.values()].sort((a, b) => a.seq - b.seq);
  }

  /** Takes these credentials; of another conversation the old words stay readable above the new. */
  adopt(credentials) {
    this.credentials = credentials;
    const id = credentials?.id;
    if (id === this.id) return;
    const old = this.sorted().map((message) => ({ ...message, old: `${this.id} ${message.seq}` }));
    this.earlier = [...this.earlier, ...old].slice(-MOST_KEPT);
    this.messages = new Map();
    Object.assign(this, { id, after: 0, read: 0, delivered: 0, noticed: 0, state: { phase: 'new' } });
    this.keep();
  }

  /** @param {{id: string, token: string} | null} credentials that every tab goes on with */
  enter(credentials) {
    this.store.write('conversation', credentials);
    this.adopt(credentials);
    this.connection.restart();
    this.changed();
  }

  /** @returns {Message[]} everything to be shown, in order */
  shown() {
    const entries = this.queue.entries();
    const said = this.sorted().map((message) => {
      const { frame, refused } = entries.findLast((entry) => entry.frame.seq === message.seq) ?? {};
      return frame
        ? { ...message, text: frame.text, deleted: frame.type === 'delete', waiting: true, refused, change: frame.id }
        : message;
    });
    const unsaid = entries.filter(({ frame: { type } }) => /say|form/.test(type)).map(({ frame, refused }) => (
      { ...frame, refused, from: { role: 'visitor' }, waiting: true }));
    return [...this.earlier, ...said, ...unsaid, ...this.files.coming];
  }

  unread() {
    return this.sorted().filter(({ seq, from, deleted }) => seq > this.read && from.role !== 'visitor' && !deleted).length;
  }

  /** Tells the bridge that everything so far was seen. */
  saw() {
    if (!this.unread()) return;
    this.read = this.after;
    this.keep();
    this.connection.send({ type: 'seen', seq: this.read });
    this.changed();
  }

  /** @param {string} text the unsent draft: its length is told, its words only where the site peeks */
  typed(text) {
    this.store.write('draft', text || null);
    this.draft = text;
    if (!this.drafting || !text) this.tellDraft();
  }

  tellDraft() {
    clearTimeout(this.drafting);
    const text = this.draft;
    this.connection.send({ type: 'draft', ...(this.peek ? { text } : { length: [...text].length }) });
    this.drafting = text && setTimeout(() => {
      this.drafting = 0;
      if (this.draft !== text) this.tellDraft();
    }, DRAFT_MILLIS);
  }

  browse(page) {
    this.page = page;
    this.connection.send({ type: 'page', ...page });
  }

  leave() {
    this.connection.send({ type: 'leave' });
  }

  async hand(entry) {
    if (!this.credentials) this.elsewhere('conversation'); // another tab may have begun it
    if (!this.credentials) {
      const { name, ...frame } = entry.frame;
      const { reason, retryAfter } = await this.begin(name);
      if (this.credentials) this.store.write(entry.name, { frame }); // the name is known now
      else if (reason && !retryAfter) this.queue.refuse(entry, reason);
      else this.queue.pause((retryAfter ?? 3 + Math.random() * 4) * 1000);
    }
    return this.connection.send({ ...entry.frame, files: entry.frame.files?.map(({ id }) => id) });
  }

  /** Opens the conversation. A lost answer leaves an empty one behind, of which nobody hears. */
  async begin(name) {
    const request = { site: this.site, page: this.page, locale: document.documentElement.lang, visitor: { name } };
    const answer = await this.ask('conversations', 'POST', JSON.stringify(request));
    if (answer.token) this.enter({ id: answer.conversation, token: answer.token });
    return answer;
  }

  headers() {
    return { Authorization: `Bearer ${this.credentials?.token}` };
  }

  /** @returns {Promise<any>} what the bridge answered, with a reason where it says no; nothing where it does not answer */
  async ask(path, method, body, headers) {
    try {
      const answer = await fetch(new URL(path, this.base), { method, body, headers: { ...this.headers(), ...headers } });
      return { reason: REASONS[answer.status], ...await answer.json().catch(() => {}) };
    } catch {
      return {};
    }
  }

  expectLine(up) {
    clearTimeout(this.waited);
    this.late = false;
    if (up) return;
    this.waited = setTimeout(() => {
      this.late = true;
      this.changed();
    }, LATE_MILLIS);
  }

  /** @param {boolean} up whether the line to the bridge is now up or lost */
  turned(up) {
    this.expectLine(up);
    if (up) {
      this.forgotten = 0;
      if (!document.hidden) this.connection.send({ type: 'page', ...this.page });
      if (this.read) this.connection.send({ type: 'seen', seq: this.read });
      if (this.draft) this.tellDraft();
      this.queue.pump();
    } else this.queue.release();
    this.changed();
  }

  /** @param {number} code with which the bridge closed the line */
  turnedAway(code) {
    const head = this.queue.head();
    if (code === 4401) this.forget();
    else if (head && (code === 4400 || code === 4413)) this.queue.refuse(head, REASONS[code - 4000]);
  }

  /** The bridge no longer knows the conversation: another begins, ever more slowly, with the words that wait. */
  forget() {
    this.queue.pause(Math.min(60_000, 500 * 2 ** this.forgotten++));
    if (this.store.read('conversation')?.token === this.credentials?.token) this.enter(null);
    else this.elsewhere('conversation'); // another tab was quicker
  }

  /** @param {string} name what another tab has written */
  elsewhere(name) {
    if (name === 'conversation' || !name) {
      const before = this.id;
      this.adopt(this.store.read('conversation'));
      if (this.id !== before) this.connection.restart();
    }
    const log = name === 'log' && this.store.read('log');
    if (log && log.id === this.id) this.read = Math.max(this.read, log.read);
    if (name.startsWith('wait:')) this.queue.pump();
    this.changed();
  }
}
