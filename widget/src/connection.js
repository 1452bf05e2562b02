const PING_MILLIS = 10_000; // with PONG_MILLIS: a dead line is noticed within 18 s
const PONG_MILLIS = 8_000;
export const SILENCE_MILLIS = 20_000; // an event stream beats by itself every 10 s
const LONGEST_WAIT_MILLIS = 30_000;
const SOCKETS_BEFORE_STREAM = 2;

/**
 * One live line to the bridge: a WebSocket, or, where sockets do not pass, an event stream and posted frames.
 * It comes back by itself; what was missed arrives again because every greeting says how far we have read.
 *
 * @typedef {object} Hooks
 * @property {() => {token: string, after: number} | null} greeting
 * @property {(frame: any) => void} frame
 * @property {(up: boolean) => void} up
 * @property {(code: number) => void} refused the bridge closed with this code (44xx)
 */
export class Connection {
  /** @param {URL} base address of `visitor/v1/` @param {Hooks} hooks */
  constructor(base, hooks) {
    this.base = base;
    this.hooks = hooks;
    this.failures = 0;
    this.failedSockets = 0;
    this.up = false;
    addEventListener('online', () => this.hurry());
    addEventListener('offline', () => this.probe());
    document.addEventListener('visibilitychange', () => document.hidden || this.hurry());
  }

  /** Connects now, unless there is a line already or nobody to greet as. */
  start() {
    clearTimeout(this.retry);
    if (this.line || !this.hooks.greeting()) return;
    const Line = this.failedSockets < SOCKETS_BEFORE_STREAM ? SocketLine : StreamLine;
    const line = this.line = new Line(this.base, this.hooks.greeting);
    line.frame = (frame) => line === this.line && this.receive(frame);
    line.lost = (code) => this.lost(line, code);
    this.expect(PING_MILLIS);
    line.open();
  }

  /** Lets go of the line and comes back with a fresh greeting. */
  restart() {
    const line = this.line;
    this.line = undefined;
    line?.close();
    this.down();
    this.start();
  }

  /** @param {object} frame @returns {boolean} whether it was handed to a living line; not that it arrived */
  send(frame) {
    if (this.up) this.line.send(frame);
    return this.up;
  }

  hurry() {
    this.failures = 0;
    if (this.line) this.probe();
    else this.start();
  }

  /** Asks whether the line still lives, and for an answer soon. */
  probe() {
    if (!this.up) return;
    this.send({ type: 'ping' });
    this.expect(PONG_MILLIS / 2);
  }

  receive(frame) {
    if (frame.type === 'welcome') {
      this.up = true;
      this.failures = this.failedSockets = 0;
    }
    this.listen();
    this.hooks.frame(frame);
    if (frame.type === 'welcome') this.hooks.up(true);
  }

  /** Whatever arrives is a sign of life; then the next is asked for. */
  listen() {
    clearTimeout(this.guard);
    clearTimeout(this.beat);
    if (!this.up) return;
    if (this.line instanceof StreamLine) return this.expect(SILENCE_MILLIS);
    this.beat = setTimeout(() => {
      this.send({ type: 'ping' });
      this.expect(PONG_MILLIS);
    }, PING_MILLIS);
  }

  expect(millis) {
    const line = this.line;
    clearTimeout(this.guard);
    this.guard = setTimeout(() => this.lost(line, 0), millis);
  }

  lost(line, code) {
    if (line !== this.line) return;
    if (!this.up) this.failedSockets = line instanceof SocketLine ? this.failedSockets + 1 : 0;
    this.line = undefined;
    line.close();
    this.down();
    const wait = Math.min(LONGEST_WAIT_MILLIS, 500 * 2 ** this.failures++) * (0.5 + Math.random() / 2);
    const slow = code === 4429 || code === 4403 ? LONGEST_WAIT_MILLIS : 0;
    this.retry = setTimeout(() => this.start(), slow + wait);
    if (code >= 4400 && code < 4500) this.hooks.refused(code);
  }

  down() {
    clearTimeout(this.retry);
    clearTimeout(this.guard);
    clearTimeout(this.beat);
    const was = this.up;
    this.up = false;
    if (was) this.hooks.up(false);
  }
}

class SocketLine {
  constructor(base, greeting) {
    this.url = new URL('socket', base);
    this.url.protocol = base.protocol.replace('http', 'ws');
    this.greeting = greeting;
  }

  open() {
    this.socket = new WebSocket(this.url);
    this.socket.onopen = () => this.send({ type: 'hello', ...this.greeting() });
    this.socket.onmessage = (event) => this.frame(parsed(event.data));
    this.socket.onclose = (event) => this.lost(event.code);
  }

  send(frame) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  close() {
    this.socket?.close();
  }
}

class StreamLine {
  constructor(base, greeting) {
    this.base = base;
    this.greeting = greeting;
    this.abort = new AbortController();
  }

  headers() {
    return { Authorization: `Bearer ${this.greeting().token}`, 'Content-Type': 'application/json' };
  }

  async open() {
    const url = new URL(`events?after=${this.greeting().after}`, this.base);
    this.lost(await follow(url, { headers: this.headers(), signal: this.abort.signal }, (frame) => this.frame(frame)));
  }

  async send(frame) {
    try {
      const answer = await fetch(new URL('frames', this.base),
        { method: 'POST', headers: this.headers(), body: JSON.stringify(frame), signal: this.abort.signal });
      if (answer.status === 401) return this.lost(4401);
      const body = parsed(await answer.text());
      if (!answer.ok && frame.id) return this.frame({ type: 'refused', reason: 'unavailable', ...body, id: frame.id });
      for (const one of body.frames ?? []) this.frame(one);
    } catch {
      this.lost(0);
    }
  }

  close() {
    this.abort.abort();
  }
}

/**
 * Reads an event stream to its end.
 *
 * @param {URL} url @param {RequestInit} request @param {(frame: any) => void} take
 * @returns {Promise<number>} why it was refused (44xx), else 0
 */
export async function follow(url, request, take) {
  try {
    const answer = await fetch(url, request);
    if (!answer.ok) return 4000 + answer.status;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ''; ;) {
      const { value, done } = await reader.read();
      if (done) return 0;
      const events = (text + value).split(/\r?\n\r?\n/);
      text = events.pop();
      for (const event of events) {
        const data = /^data:(.*)/m.exec(event);
        if (data) take(parsed(data[1]));
      }
    }
  } catch {
    return 0;
  }
}

/** @returns {any} an object, whatever came */
function parsed(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
