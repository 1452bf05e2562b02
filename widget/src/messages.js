import { clock, face, linked, make, press } from './dom.js';

const SAVED_MILLIS = 60_000; // a browser has begun to save a file by then
const FOLLOWS_MILLIS = 5 * 60_000; // within it, a message of the same writer stands without name and time

/** The list of messages. Each is drawn again only when it has changed, so that a screen reader says it once. */
export class Messages {
  /** @param {import('./view.js').View} view */
  constructor(view) {
    const { chat, site, t } = view;
    Object.assign(this, { view, chat, site, t });
    this.list = make('div.list', { role: 'log', ariaLive: 'off', ariaLabel: t('title') });
    /** @type {Map<string, {mark: string, node: HTMLElement}>} */
    this.drawn = new Map();
  }

  draw() {
    const { chat, t } = this;
    const all = chat.shown();
    const last = all.findLast((one) => one.from.role === 'visitor' && one.seq && !one.old)?.seq;
    const { open, opens } = this.view;
    const time = clock(opens, { weekday: 'long', day: 'numeric', month: 'long' });
    const hello = t(open ? 'welcome' : 'awayLong') + (time && ` ${t('opens', { time })}`);
    const consent = this.site.consent?.[document.documentElement.lang] ?? '';
    const nodes = [this.part('hello', hello, () => make('div.hello', {}, make('p', {}, hello), make('small', {}, ...linked(consent))))];
    let before;
    for (const one of all) {
      if (before?.old && !one.old) nodes.push(this.part('line', '', () => make('p.line', {}, t('earlier'))));
      const follows = before?.from.role === one.from.role && before.from.name === one.from.name
        && !(new Date(one.at) - new Date(before.at) > FOLLOWS_MILLIS);
      const standing = this.standing(one, last);
      const mark = JSON.stringify([one, follows, standing]);
      nodes.push(this.part(one.old ?? one.id ?? `${one.seq}`, mark, () => this.message(one, follows, standing)));
      before = one;
    }
    this.place(nodes);
    if (chat.connection.up) requestAnimationFrame(() => { this.list.ariaLive = 'polite'; });
  }

  part(key, mark, draw) {
    const old = this.drawn.get(key);
    if (old?.mark === mark) return old.node;
    const node = draw();
    old?.node.replaceWith(node);
    this.drawn.set(key, { mark, node });
    return node;
  }

  place(nodes) {
    const wanted = new Set(nodes);
    for (const [key, { node }] of this.drawn) {
      if (wanted.has(node)) continue;
      node.remove();
      this.drawn.delete(key);
    }
    nodes.forEach((node, at) => {
      const there = this.list.children[at];
      if (there !== node) this.list.insertBefore(node, there ?? null);
    });
  }

  /** How far an own message has come. */
  standing(one, last) {
    const { t, chat: { noticed, delivered } } = this;
    if (one.refused) return t(one.refused) || t('refused');
    if (one.waiting) return t('sending');
    if (one.seq !== last || one.old) return '';
    return t(last <= noticed ? 'seen' : last <= delivered ? 'delivered' : 'sent');
  }

  message(one, follows, standing) {
    const { t, site } = this;
    const { from: { role, name = site.title ?? '', photo }, deleted, edited, at } = one;
    const mine = role === 'visitor';
    const inside = deleted ? [t('deleted')] : [...linked(one.text), ...(one.files ?? []).map((file) => this.file(file, one.old))];
    const bubble = make(`div.bubble${deleted ? '.gone' : ''}`, { dir: 'auto' }, ...inside);
    const notes = [edited && !deleted && t('edited'), standing].filter(Boolean).join(' · ');
    const foot = make('div.foot', {}, notes);
    const row = make('div.row', {}, bubble);
    const body = make('div.body', {}, row, foot);
    const item = make(`div.message.${role}`, {}, body);
    item.classList.toggle('follows', follows);
    item.classList.toggle('refused', !!one.refused);
    if (mine) bubble.prepend(make('span.unseen', {}, `${t('you')}: `));
    else if (!follows) body.prepend(make('div.by', {}, make('b', { dir: 'auto' }, name), ' ', make('time', {}, clock(at))));
    if (role === 'staff' && !follows) item.prepend(face(name, photo));
    if (one.refused) foot.append(...this.mend(one));
    else if (mine && one.seq && !one.old && !one.waiting && !deleted) this.menu(one, row, foot);
    return item;
  }

  /** A button that saves the file. A picture shows itself; one of an earlier chat has only its name left. */
  file({ id, name, type }, old) {
    const { view, chat: { files } } = this;
    const button = press('file', name, async () => {
      const href = URL.createObjectURL(await files.blob(id));
      make('a', { href, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(href), SAVED_MILLIS);
    });
    button.disabled = !!old;
    if (!old && /^image\/(png|jpeg|gif|webp)$/.test(type)) files.blob(id).then((blob) => {
      const image = make('img', { alt: name, src: URL.createObjectURL(blob), onload: () => {
        URL.revokeObjectURL(image.src);
        button.replaceChildren(image);
        view.follow();
      } });
    }, () => {});
    return button;
  }

  mend({ change, id }) {
    const { t, chat: { queue, files } } = this;
    const waits = queue.find(change ?? id) ? queue : files;
    return [
      press('link', t('tryAgain'), () => waits.again(change ?? id)),
      press('link', t(change ? 'cancel' : 'remove'), () => waits.drop(change ?? id)),
    ];
  }

  menu({ seq, text }, row, foot) {
    const { t, view, chat: { queue } } = this;
    const choices = make('span', { hidden: true },
      press('link', t('edit'), () => {
        more.click();
        view.edit(seq, text);
      }),
      press('link', t('delete'), () => queue.add({ type: 'delete', seq })));
    const more = press('icon', t('more'), () => {
      choices.hidden = !choices.hidden;
      more.ariaExpanded = `${!choices.hidden}`;
      if (!choices.hidden) choices.firstChild.focus();
    }, 'more');
    more.ariaExpanded = 'false';
    row.prepend(more);
    foot.prepend(choices);
  }
}
