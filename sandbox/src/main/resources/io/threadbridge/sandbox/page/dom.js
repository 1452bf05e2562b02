// Builds elements; whatever comes from people goes in as text, never as HTML.

/**
 * @param {string} tag with classes after dots, as in "button.primary"
 * @param {Record<string, any>} [attributes] `on…` are listeners, `false` and `undefined` are left out
 * @param {...(Node|string|null|undefined|false)} children
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child || child === 0));
  return element;
}

const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat([], { weekday: 'long', day: 'numeric', month: 'long' });

/** @param {string} ts */
export const moment = (ts) => new Date(Number.parseFloat(ts) * 1000);
/** @param {string} ts */
export const timeOf = (ts) => clock.format(moment(ts));
/** @param {string} ts */
export const dayOf = (ts) => day.format(moment(ts));

let toastTimer = 0;

/** Says something for a moment. @param {string} text */
export function toast(text) {
  const place = document.getElementById('toast');
  place.textContent = text;
  place.classList.add('shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => place.classList.remove('shown'), 5000);
}

/** For screen readers. @param {string} text */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}
