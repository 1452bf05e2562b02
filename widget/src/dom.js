const ICONS = {
  attach: 'M12 5v14M5 12h14',
  down: 'M6 9l6 6 6-6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  send: 'M12 19V6M6 11.5L12 5.5l6 6',
};
const LINK = /(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/**
 * @param {string} name tag and classes, as `div.log` @param {object} [properties]
 * @param {...(string | Node)} inside strings become text nodes, never markup
 */
export function make(name, properties = {}, ...inside) {
  const [tag, ...classes] = name.split('.');
  const element = Object.assign(document.createElement(tag), { className: classes.join(' ') }, properties);
  element.append(...inside);
  return element;
}

/** @param {string} label what it says, or is called where an icon says it */
export function press(name, label, onclick, icon) {
  const button = make(`button.${name}`, { type: 'button', onclick });
  if (!icon) {
    button.append(label);
    return button;
  }
  const [drawing, path] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));
  drawing.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', ICONS[icon]);
  drawing.append(path);
  button.append(drawing);
  button.ariaLabel = button.title = label;
  return button;
}

/** A photo, over initials that stay where it is missing. */
export function face(name, photo) {
  const initials = name.split(/[^\p{L}\p{N}]+/u).map((word) => [...word][0]).join('').slice(0, 2).toUpperCase();
  const picture = make('span.face', { ariaHidden: 'true' }, initials);
  if (!/^(https?:\/)?\//.test(photo)) return picture;
  const image = make('img', { alt: '', src: photo });
  image.onerror = () => image.remove();
  picture.append(image);
  return picture;
}

/** @param {string} text @returns {(string | Node)[]} with what is a link made one */
export function linked(text) {
  const parts = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(LINK)) {
    const found = match.replace(match.includes('(') ? /[.,:;!?»”]+$/ : /[.,:;!?»”)]+$/, '');
    const scheme = /^(https?|mailto|tel):/i.test(found) ? '' : found.includes('@') ? 'mailto:' : 'https://';
    if (!URL.canParse(scheme + found)) continue;
    const link = { href: scheme + found, target: '_blank', rel: 'noopener' };
    parts.push(text.slice(from, index), make('a', link, found));
    from = index + found.length;
  }
  return [...parts, text.slice(from)];
}

/** @param {string} at a moment @param {object} [more] @returns {string} its time of day, and more, as the reader writes it */
export function clock(at, more) {
  const language = document.documentElement.lang;
  const reader = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
  const moment = new Date(at);
  return isNaN(moment) ? '' : moment.toLocaleString(reader, { hour: 'numeric', minute: '2-digit', ...more });
}
