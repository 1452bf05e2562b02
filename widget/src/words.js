/** The frame's own words, one file per language; and what in a text is a link. */
const LINK = /(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/**
 * @param {string} asked the page's language @param {string[]} [offered] the site's languages, its own first
 * @param {Record<string, object>} [texts] the site's words in place of ours, by language
 * @returns {Promise<(key: string, values?: object) => string>}
 */
export async function words(asked, offered, texts) {
  const wanted = [asked, ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0]);
  const language = wanted.find((tag) => (offered ?? ['en']).includes(tag)) ?? offered?.[0] ?? 'en';
  const [own, used] = await file(language).then((found) => [found, language], async () => [await file('en'), 'en']);
  const all = { ...own, ...texts?.[used] };
  document.documentElement.lang = used;
  document.documentElement.dir = all.dir ?? 'ltr';
  return (key, values = {}) => (all[key] ?? key).replace(/\{(\w+)}/g, (_, name) => values[name] ?? '');
}

async function file(language) {
  const answer = await fetch(new URL(`languages/${language}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`no words in ${language}`);
  return answer.json();
}

/** @param {string} text @returns {(string | HTMLAnchorElement)[]} text nodes and links, never markup */
export function linked(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    let found = match[0].replace(/[.,:;!?'”»]+$/, '');
    if (found.endsWith(')') && !found.includes('(')) found = found.replace(/\)+$/, '');
    const href = /^(https?|mailto|tel):/i.test(found) ? found : found.includes('@') ? `mailto:${found}` : `https://${found}`;
    if (!URL.canParse(href)) continue;
    const link = document.createElement('a');
    Object.assign(link, { href, target: '_blank', rel: 'noopener noreferrer nofollow', textContent: found });
    parts.push(text.slice(from, match.index), link);
    from = match.index + found.length;
  }
  return [...parts, text.slice(from)];
}
