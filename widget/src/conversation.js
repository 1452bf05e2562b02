import { Connection } from './connection.js';

/**
 * One visitor's conversation as this browser knows it: what was said, what still waits to be accepted, and the state.
 * What waits is kept in the store and goes out one by one, from one tab at a time, repeated until it is accepted.
 *
 * @typedef {{seq?: number, id?: string, from: {role: string, name?: string, photo?: string}, text: string,
 *   at?: string, edited?: boolean, deleted?: boolean, waiting?: boolean, refused?: string, key?: string}} Message
 */
export const LONGEST_TEXT = 4000; // code points
const MOST_KEPT = 500; // messages, of this and of earlier conversations each
const REPEAT_MILLIS = 10_000;
const DRAFT_MILLIS = 2_000;
const PATIENCE_MILLIS = 15_000; // a tab that holds the lock longer for one message is asleep
const BY_ITSELF = ['rate', 'unavailable'];
const CREATIONS_REFUSED = { 403: 'origin', 404: 'closed-site', 409: 'closed-site', 413: 'too-long', 400: 'malformed' };

export class Conversation {
  /** @param {string} site @param {URL} base @param {import('./store.js').Store} store @param {() => void} changed */
  constructor(site, base, store, changed) {
    Object.assign(this, { site, base, store, changed });
    this.page = { url: '', title: '' };
    this.state = { phase: 'new' };
    this.peek = false;
    this.settle = new Map();
    this.recall();
    this.connection = new Connection(base, {
      greeting: () => this.credentials && { token: this.credentials.token, after: this.after },
      frame: (frame) => this.receive(frame),
      up: (up) => this.turned(up),
      refused: (code) => this.turnedAway(code),
    });
    this.connection.start();
  }

  recall() {
    const log = this.store.read('log') ?? {};
    this.credentials = this.store.read('conversation');
    this.own = log.id;
    /** @type {Map<number, Message>} */
    this.messages = new Map((log.messages ?? []).map((message) => [message.seq, message]));
    this.after = log.after ?? 0;
    this.read = log.read ?? 0;
    /** @type {Message[]} */
    this.earlier = log.earlier ?? [];
    this.delivered = this.seenByTeam = 0;
    if (this.credentials && this.own !== this.credentials.id) this.turnPage();
  }

  keep() {
    const messages = [...this.messages.values()].sort((a, b) => a.seq - b.seq).slice(-MOST_KEPT);
    this.store.write('log', { id: this.own, after: this.after, read: this.read, messages, earlier: this.earlier });
  }

  /** The old words stay readable above those of the conversation that begins. */
  turnPage() {
    this.earlier = [...this.earlier, ...this.messages.values()].slice(-MOST_KEPT)
      .map((message) => ({ ...message, key: message.key ?? `${this.own} ${message.seq}` }));
    this.messages = new Map();
    this.after = this.read = this.delivered = this.seenByTeam = 0;
    this.own = this.credentials?.id;
    this.state = { phase: 'new' };
    this.keep();
  }

  /** @returns {{name: string, frame: any, refused?: string}[]} what waits, oldest first */
  queue() {
    return this.store.names('wait:').map((name) => ({ name, ...this.store.read(name) })).filter((entry) => entry.frame);
  }

  /** @returns {Message[]} everything to be shown, in order */
  shown() {
    const waiting = this.queue();
    const changes = new Map(waiting.map(({ frame }) => [frame.seq, frame]));
    const said = [...this.messages.values()].sort((a, b) => a.seq - b.seq).map((message) => {
      const change = changes.get(message.seq);
      return change ? { ...message, text: change.text, deleted: change.type === 'delete', waiting: true } : message;
    });
    const ids = new Set(said.map((message) => message.id));
    const unsaid = waiting.filter(({ frame }) => frame.type === 'say' && !ids.has(frame.id)).map(({ frame, refused }) => (
      { id: frame.id, text: frame.text, from: { role: 'visitor' }, waiting: true, refused }));
    return [...this.earlier, ...said, ...unsaid];
  }

  unread() {
    return [...this.messages.values()].filter((one) => one.seq > this.read && one.from.role !== 'visitor' && !one.deleted).length;
  }

  /** @param {string} text */
  say(text) {
    this.enqueue({ type: 'say', text });
  }

  /** @param {number} seq @param {string} text */
  edit(seq, text) {
    this.enqueue({ type: 'edit', seq, text });
  }

  /** @param {number} seq */
  remove(seq) {
    this.enqueue({ type: 'delete', seq });
  }

  enqueue(frame) {
    const [last] = this.store.names('wait:').slice(-1).map((name) => parseInt(name.slice(5), 36));
    this.order = Math.max(Date.now(), (this.order ?? 0) + 1, (last || 0) + 1);
    const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.store.write(`wait:${this.order.toString(36).padStart(9, '0')}${id}`.slice(0, 22), { frame: { ...frame, id } });
    this.changed();
    this.pump();
  }

  /** @param {string} id of a refused message, which goes to the end of the queue under a new id */
  again(id) {
    const entry = this.drop(id);
    if (entry) this.say(entry.frame.text);
  }

  drop(id) {
    const entry = this.queue().find(({ frame }) => frame.id === id);
    if (entry) this.store.write(entry.name, null);
    this.changed();
    return entry;
  }

  /** Sends what waits, if no other tab is at it. Without Web Locks two tabs may both send the head: harmless. */
  async pump() {
    if (this.pumping) return;
    this.pumping = true;
    try {
      await this.alone(() => this.drain());
    } catch {
      this.later(REPEAT_MILLIS); // another tab took over
    }
    this.pumping = false;
  }

  async alone(work) {
    if (!navigator.locks) return work();
    const lock = `threadbridge:${this.site}`;
    const head = () => this.store.names('wait:')[0];
    for (let before = head(); before; ) {
      try {
        return await navigator.locks.request(lock, { signal: AbortSignal.timeout(PATIENCE_MILLIS) }, work);
      } catch (fault) {
        if (fault?.name !== 'TimeoutError') throw fault;
        if (before === head()) return navigator.locks.request(lock, { steal: true }, work);
        before = head();
      }
    }
  }

  later(millis) {
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.pump(), millis);
  }

  async drain() {
    for (;;) {
      const entry = this.queue().find(({ refused }) => !refused);
      if (!entry) return;
      if (!this.credentials && !(await this.begin(entry))) return;
      const settled = new Promise((resolve) => this.settle.set(entry.frame.id, resolve));
      if (!this.connection.send(entry.frame)) return; // goes on when the line is up
      const repeat = new Promise((resolve) => setTimeout(resolve, REPEAT_MILLIS));
      const pause = await Promise.race([settled, repeat]);
      this.settle.delete(entry.frame.id);
      if (pause) return this.later(pause);
      if (!this.connection.up) return;
    }
  }

  /** Opens the conversation. A lost answer leaves an empty one behind, of which nobody hears. */
  async begin(entry) {
    const locale = document.documentElement.lang;
    const request = { site: this.site, page: this.page, locale, visitor: {} };
    try {
      const answer = await fetch(new URL('conversations', this.base),
        { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) });
      const body = await answer.json().catch(() => ({}));
      const reason = CREATIONS_REFUSED[answer.status];
      if (answer.ok) this.enter(body.conversation, body.token);
      else if (reason) this.refuse(entry, body.reason ?? reason);
      else this.later((body.retryAfter ?? 5) * 1000);
      return answer.ok;
    } catch {
      this.later(5000 + Math.random() * 5000);
      return false;
    }
  }

  enter(id, token) {
    this.credentials = { id, token };
    this.store.write('conversation', this.credentials);
    if (this.own !== id) this.turnPage();
    this.connection.restart();
    this.changed();
  }

  refuse(entry, reason) {
    this.store.write(entry.name, { frame: entry.frame, refused: reason });
    this.changed();
  }

  turned(up) {
    if (up) {
      if (!document.hidden) this.connection.send({ type: 'page', ...this.page });
      this.pump();
    } else {
      for (const resolve of this.settle.values()) resolve();
    }
    this.changed();
  }

  turnedAway(code) {
    const [head] = this.queue();
    if (code === 4401 || code === 4404) this.forget();
    else if ((code === 4400 || code === 4413) && head) this.refuse(head, code === 4413 ? 'too-long' : 'malformed');
  }

  /** The bridge no longer knows the conversation: another begins with the next words, which wait in the queue. */
  forget() {
    const kept = this.store.read('conversation');
    const newer = kept && kept.token !== this.credentials?.token; // another tab has been given a newer one
    this.credentials = newer ? kept : null;
    if (!newer) this.store.write('conversation', null);
    if (this.own !== this.credentials?.id) this.turnPage();
    this.connection.restart();
    this.changed();
    this.pump();
  }

  /** @param {string} name what another tab has written */
  elsewhere(name) {
    if (name === 'conversation' || name === '') {
      const kept = this.store.read('conversation');
      const moved = kept?.id !== this.credentials?.id;
      this.credentials = kept;
      if (moved) this.turnPage();
      if (moved) this.connection.restart();
    }
    if (name === 'log') this.read = Math.max(this.read, this.sameRead());
    if (name.startsWith('wait:')) this.pump();
    this.changed();
  }

  sameRead() {
    const log = this.store.read('log');
    return log?.id === this.own ? log.read : 0;
  }

  /** @param {any} frame from the bridge; a type that is not known is passed over */
  receive(frame) {
    const by = {
      welcome: () => { this.peek = frame.peek === true; },
      accepted: () => this.accepted(frame),
      refused: () => this.refused(frame),
      message: () => this.message(frame),
      edited: () => this.amend(frame.seq, { text: frame.text, edited: true }),
      deleted: () => this.amend(frame.seq, { text: '', deleted: true }),
      delivered: () => { this.delivered = Math.max(this.delivered, frame.seq); },
      seen: () => { this.seenByTeam = Math.max(this.seenByTeam, frame.seq); },
      state: () => { this.state = frame; },
      availability: () => { this.availability = frame; },
      token: () => this.store.write('conversation', this.credentials = { ...this.credentials, token: frame.token }),
      moved: () => this.enter(frame.conversation, frame.token),
    };
    if (!Object.hasOwn(by, frame.type)) return;
    by[frame.type]();
    this.changed();
  }

  accepted({ id, seq, at }) {
    const entry = this.queue().find(({ frame }) => frame.id === id);
    if (entry) {
      this.store.write(entry.name, null);
      const { type, text } = entry.frame;
      if (type === 'say') this.put({ seq, id, text, from: { role: 'visitor' }, at: at ?? new Date().toISOString() });
      if (type === 'edit') this.amend(seq, { text, edited: true });
      if (type === 'delete') this.amend(seq, { text: '', deleted: true });
    }
    this.settle.get(id)?.();
  }

  refused({ id, reason, retryAfter }) {
    if (reason === 'expired' || reason === 'unknown') return this.forget();
    const entry = this.queue().find(({ frame }) => frame.id === id);
    const pause = retryAfter || BY_ITSELF.includes(reason) ? (retryAfter ?? 5) * 1000 : 0;
    if (entry && !pause) this.refuse(entry, reason);
    if (entry && !pause && entry.frame.type !== 'say') this.store.write(entry.name, null);
    this.settle.get(id)?.(pause);
  }

  /** A message beyond the next one means that something was missed: it is asked for, once. */
  message(frame) {
    if (frame.seq > this.after + 1 && !this.messages.has(frame.seq - 1) && this.asked !== frame.seq) {
      this.asked = frame.seq;
      return this.connection.restart();
    }
    const entry = frame.id && this.queue().find((one) => one.frame.id === frame.id);
    if (entry) this.accepted({ ...frame });
    this.put(frame);
  }

  put({ seq, id, from, text, at, edited, deleted }) {
    this.messages.set(seq, { seq, id: id ?? this.messages.get(seq)?.id, from, text, at, edited, deleted });
    if (this.asked === seq) this.after = seq; // asked for once and still missing: it is gone
    while (this.messages.has(this.after + 1)) this.after++;
    if (this.messages.size > MOST_KEPT) this.messages.delete(Math.min(...this.messages.keys()));
    this.keep();
  }

  amend(seq, change) {
    const message = this.messages.get(seq);
    const entry = this.queue().find(({ frame }) => frame.seq === seq);
    if (entry) this.store.write(entry.name, null);
    if (entry) this.settle.get(entry.frame.id)?.();
    if (message) this.messages.set(seq, { ...message, ...change });
    this.keep();
  }

  /** Tells the bridge that everything so far was seen. */
  saw() {
    if (this.read >= this.after) return;
    this.read = this.after;
    this.keep();
    this.connection.send({ type: 'seen', seq: this.read });
    this.changed();
  }

  /** @param {string} text the unsent draft; its length is told at most once in two seconds, its words only where the site peeks */
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
}
