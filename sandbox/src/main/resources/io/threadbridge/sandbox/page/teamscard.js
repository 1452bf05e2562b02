// Draws Adaptive Cards. Unknown elements are named instead of guessed at.

import { h } from './dom.js';
import { actionBar, selectable } from './teamsactions.js';
import { field } from './teamsinput.js';
import { inline, link, markdown } from './teamstext.js';

/** A card's own functions: a moment in the reader's time zone. Read in text blocks and facts only. */
function functions(text) {
  return text.replace(/\{\{(DATE|TIME)\(([^,)]{1,40})(?:,\s*(COMPACT|SHORT|LONG))?\)\}\}/g, (whole, what, moment, length) => {
    const at = new Date(moment);
    if (Number.isNaN(at.getTime())) return whole;
    const styles = { COMPACT: { dateStyle: 'short' }, SHORT: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, LONG: { dateStyle: 'full' } };
    return new Intl.DateTimeFormat([], what === 'TIME' ? { timeStyle: 'short' } : styles[length || 'COMPACT']).format(at);
  });
}

const word = (value, fallback) => String(value || fallback).toLowerCase();

/** A card of a post. @param {any} card @param {{press: Function, typed: Map<string, any>}} wiring */
export function drawCard(card, wiring) {
  const context = { ...wiring, mentions: card.msteams?.entities || [], readers: [...(wiring.readers || [])] };
  const full = card.msteams?.width === 'Full' ? '.full' : '';
  const root = h('div.card' + full, {}, ...elements(card.body, context));
  if (card.actions?.length) root.append(actionBar(card.actions, context, drawCard));
  return selectable(root, card.selectAction, context);
}

const elements = (list, context) => (list || []).map((each) => element(each, context));

function element(item, context) {
  const node = shape(item, context);
  node.classList.add('gap-' + word(item.spacing, 'default'));
  if (item.separator) node.classList.add('separated');
  if (item.isVisible === false) node.hidden = true;
  if (item.id) node.dataset.element = item.id;
  return node;
}

function shape(item, context) {
  switch (item.type) {
    case 'TextBlock': return textBlock(item, context);
    case 'RichTextBlock': return h('div.rich', {}, ...(item.inlines || []).map((run) => textRun(run, context)));
    case 'Container': return selectable(h('div.container' + styled(item) + (item.bleed ? '.bleed' : ''), {}, ...elements(item.items, context)), item.selectAction, context);
    case 'ColumnSet': return selectable(h('div.columns' + styled(item), {}, ...(item.columns || []).map((each) => column(each, context))), item.selectAction, context);
    case 'FactSet': return h('dl.facts', {}, ...(item.facts || []).flatMap((fact) => [h('dt', {}, ...inline(fact.title || '')), h('dd', {}, ...inline(functions(String(fact.value ?? '')), context.mentions))]));
    case 'Image': return selectable(picture(item), item.selectAction, context);
    case 'ImageSet': return h('div.pictures', {}, ...(item.images || []).map(picture));
    case 'ActionSet': return actionBar(item.actions || [], context, drawCard);
    case 'Table': return table(item, context);
    default: return item.type?.startsWith('Input.') ? field(item, context) : h('span.muted', {}, '[' + item.type + ']');
  }
}

const styled = (item) => (item.style && item.style !== 'default' ? '.styled.style-' + word(item.style, '') : '');

function textBlock(item, context) {
  const box = markdown(functions(String(item.text ?? '')), context.mentions);
  box.classList.add('block', 'size-' + word(item.size, 'default'), 'weight-' + word(item.weight, 'default'), 'color-' + word(item.color, 'default'));
  if (item.style === 'heading') box.classList.add('size-large', 'weight-bolder');
  if (item.isSubtle) box.classList.add('subtle');
  if (!item.wrap) box.classList.add('nowrap');
  if (item.horizontalAlignment) box.classList.add('align-' + word(item.horizontalAlignment, 'left'));
  if (item.maxLines) { box.classList.add('clamped'); box.style.setProperty('-webkit-line-clamp', String(item.maxLines)); }
  return box;
}

/** Words as they are: a run formats nothing but itself. */
function textRun(run, context) {
  const node = h('span.color-' + word(run.color, 'default') + '.weight-' + word(run.weight, 'default') + '.size-' + word(run.size, 'default'), {}, run.text ?? String(run));
  for (const name of ['italic', 'strikethrough', 'underline', 'highlight']) if (run[name]) node.classList.add('run-' + name);
  if (run.isSubtle) node.classList.add('subtle');
  return selectable(node, run.selectAction, context);
}

function column(item, context) {
  const box = selectable(h('div.column' + styled(item), {}, ...elements(item.items, context)), item.selectAction, context);
  const width = item.width ?? 'stretch';
  if (width === 'auto') box.style.flex = '0 1 auto';
  else if (/^\d+px$/.test(width)) box.style.flex = '0 0 ' + width;
  else box.style.flex = (Number(width) || 1) + ' 1 0';
  if (item.verticalContentAlignment === 'Center' || item.verticalContentAlignment === 'center') box.classList.add('middle');
  if (item.isVisible === false) box.hidden = true;
  return box;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The address by which the page may load a picture: one of ours under either name of this machine, or the card's own. */
function loadable(address) {
  if (address.startsWith('data:image/')) return address;
  const at = URL.parse(address, location.href);
  if (!at || at.port !== location.port || at.protocol !== location.protocol) return '';
  return at.hostname === location.hostname || (LOOPBACK.test(at.hostname) && LOOPBACK.test(location.hostname)) ? at.pathname + at.search : '';
}

/** A picture that lies with us or in the card itself; else a link to it. */
function picture(item) {
  const address = item.url || '';
  const ours = loadable(address);
  if (!ours) return h('span', {}, link(address, 'Picture: ' + (item.altText || address)));
  return h('img.picture.picture-' + word(item.size, 'auto') + (word(item.style, '') === 'person' ? '.person' : ''), { src: ours, alt: item.altText || '', loading: 'lazy' });
}

function table(item, context) {
  return h('table.table', {}, ...(item.rows || []).map((row, i) => h('tr', {}, ...(row.cells || []).map((cell) =>
    h(i === 0 && item.firstRowAsHeader !== false ? 'th' : 'td', {}, ...elements(cell.items, context))))));
}
