const REPEAT_MILLIS = 10_000;
const PATIENCE_MILLIS = 15_000; // a tab that holds the lock longer than this for one frame is asleep

/** @returns {string} 24 characters that nobody else will think of */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What the visitor said, changed or took back and the bridge has not accepted yet. It is kept in the store and goes
 * out one by one, from one tab at a time, repeated until it is accepted; the bridge knows a repeat by its id.
 *
 * @typedef {{name: string, frame: {type: string, id: string, seq?: number, text?: string}, refused?: string}} Entry
 */
export class Queue {
  /**
   * @param {string} site @param {import('./store.js').Store} store
   * @param {(entry: Entry) => boolean | Promise<boolean>} send whether the frame was handed to a living line
   * @param {() => void} changed
   */
  constructor(site, store, send, changed) {
    Object.assign(this, { lock: `threadbridge:${site}`, store, send, changed });
    /** @type {Map<string, () => void>} */
    this.waiting = new Map();
    this.order = this.pausedUntil = 0;
  }

  /** @returns {Entry[]} oldest first */
  entries() {
    return this.store.names('wait:').map((name) => ({ name, ...this.store.read(name) })).filter(({ frame }) => frame);
  }

  /** @param {string} id @returns {Entry | undefined} */
  find(id) {
    return this.entries().find(({ frame }) => frame.id === id);
  }

  head() {
    return this.entries().find(({ refused }) => !refused);
  }

  /** The name sorts by time, and after everything that waits already, even when the clock was set back. */
  add(frame) {
    const last = this.store.names('wait:').pop()?.split(':')[1];
    this.order = Math.max(Date.now(), this.order + 1, (parseInt(last, 36) || 0) + 1);
    const id = newId();
    this.store.write(`wait:${this.order.toString(36).padStart(9, '0')}:${id}`, { frame: { ...frame, id } });
    this.changed();
    this.pump();
  }

  drop(id) {
    const entry = this.find(id);
    if (entry) this.store.write(entry.name, null);
    this.settle(id);
    this.changed();
    return entry;
  }

  /** A refused frame goes to the end, under a new id. */
  again(id) {
    const entry = this.drop(id);
    if (entry) this.add(entry.frame);
  }

  /** @param {Entry} entry kept for the visitor to decide, out of the others' way */
  refuse({ name, frame }, refused) {
    this.store.write(name, { frame, refused });
    this.settle(frame.id);
    this.changed();
  }

  settle(id) {
    this.waiting.get(id)?.();
  }

  /** The line was lost: nobody waits for an answer on it. */
  release() {
    for (const settled of this.waiting.values()) settled();
  }

  pause(millis) {
    this.pausedUntil = Date.now() + millis;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pump(), millis + 10);
    this.release();
  }

  async pump() {
    this.wanted = true;
    if (this.pumping) return;
    this.pumping = true;
    while (this.wanted) {
      this.wanted = false;
      await this.alone(() => this.drain()).catch(() => this.pause(REPEAT_MILLIS)); // another tab took over
    }
    this.pumping = false;
  }

  /** Without Web Locks two tabs may both send the same head, which is harmless. */
  async alone(work) {
    if (!navigator.locks) return work();
    for (let before = this.head()?.name; before; before = this.head()?.name) {
      try {
        return await navigator.locks.request(this.lock, { signal: AbortSignal.timeout(PATIENCE_MILLIS) }, work);
      } catch (fault) {
        if (fault.name === 'SecurityError') return work(); // locks are blocked together with storage
        if (fault.name !== 'TimeoutError') throw fault;
        if (before === this.head()?.name) return navigator.locks.request(this.lock, { steal: true }, work);
      }
    }
  }

  async drain() {
    for (let entry; (entry = this.head()) && Date.now() >= this.pausedUntil; ) {
      const { id } = entry.frame;
      const settled = new Promise((resolve) => {
        this.waiting.set(id, resolve);
        setTimeout(resolve, REPEAT_MILLIS);
      });
      const sent = await this.send(entry);
      if (sent) await settled;
      this.waiting.delete(id);
      if (!sent) return; // goes on when the line is up
    }
  }
}
