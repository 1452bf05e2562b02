/**
 * The frame's own words, one file per language.
 *
 * @param {string} asked the page's language @param {{languages?: string[], texts?: Record<string, object>}} site
 *   its languages, the first for whoever reads none of them, and its words in place of ours
 * @returns {Promise<(key: string, values?: object) => string>}
 */
export async function words(asked, { languages = ['en'], texts }) {
  const wanted = [asked, ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0]);
  let language = wanted.find((tag) => languages.includes(tag)) ?? languages[0];
  const own = await file(language) ?? await file(language = 'en');
  const all = { ...own, ...texts?.[language] };
  document.documentElement.lang = language;
  document.documentElement.dir = all.dir ?? 'ltr';
  return (key, values) => (all[key] ?? '').replace(/\{(\w+)}/g, (_, name) => values[name]);
}

async function file(language) {
  const answer = await fetch(new URL(`languages/${language}.json`, import.meta.url)).catch(() => ({}));
  return answer.ok ? answer.json() : null;
}
