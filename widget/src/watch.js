import { SILENCE_MILLIS, follow } from './connection.js';

const AGAIN_MILLIS = 1_000;
const LATER_MILLIS = 10_000; // after one that told nothing

/**
 * Hears whether the site takes visitors, as long as somebody looks at a chat that has no line of its own.
 *
 * @param {URL} url @param {() => boolean} wanted @param {(frame: any) => void} take
 * @returns {() => void} to be called whenever `wanted` may have changed
 */
export function watching(url, wanted, take) {
  let stream;
  let waiting;
  const look = async () => {
    if (!wanted()) return stream?.abort();
    if (stream || waiting) return;
    stream = new AbortController();
    let guard;
    let again = LATER_MILLIS;
    const listen = () => {
      clearTimeout(guard);
      guard = setTimeout(() => stream?.abort(), SILENCE_MILLIS);
    };
    listen();
    await follow(url, { signal: stream.signal }, (frame) => {
      again = AGAIN_MILLIS;
      listen();
      take(frame);
    });
    clearTimeout(guard);
    stream = null;
    waiting = setTimeout(() => {
      waiting = 0;
      look();
    }, again * (0.5 + Math.random()));
  };
  return look;
}
