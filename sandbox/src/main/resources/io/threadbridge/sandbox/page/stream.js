// Hears what changes, in order, and lets no answer hide what is newer than it.

/** @type {any[]} */
const waiting = [];
let loads = 0;
let hear = (/** @type {any} */ _change) => {};

/**
 * Loads a state and keeps it. What is heard meanwhile waits: the answer may have been written
 * before it, and would stand in its place.
 * @template T @param {() => Promise<T>} load
 */
export async function loading(load) {
  loads += 1;
  try {
    return await load();
  } finally {
    loads -= 1;
    catchUp();
  }
}

/** What is heard may itself load something; the rest waits for that. */
function catchUp() {
  while (!loads && waiting.length) hear(waiting.shift());
}

/**
 * Hears every change, for ever. Whatever is loaded after the promise is kept lacks nothing that
 * is not told; `resync` says that something was missed.
 * @param {(change: any) => void} heard @param {(on: boolean) => void} line
 */
export function listen(heard, line) {
  hear = heard;
  return new Promise((connected) => {
    let before = false;
    const stream = new EventSource('/sandbox/page/stream');
    stream.onmessage = (event) => {
      line(true);
      const change = JSON.parse(event.data);
      if (change.type !== 'hello') waiting.push(change);
      else if (before) waiting.push({ type: 'resync' });
      else { before = true; connected(undefined); }
      catchUp();
    };
    stream.onerror = () => line(false);
  });
}
