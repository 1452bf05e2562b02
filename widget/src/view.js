import { linked } from './words.js';
import { LONGEST_TEXT } from './conversation.js';

/** What the visitor sees and does. Everything anybody wrote is shown as text nodes. */
const COUNTER_FROM = 3600;
const FOLLOWS_MILLIS = 5 * 60_000;
const ICONS = {
  down: 'M6 9l6 6 6-6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  send: 'M12 19V6M6 11.5L12 5.5l6 6',
};

/** @param {string} name tag and class, as `div.log` @param {...any} inside attributes first, then children */
function make(name, attributes = {}, ...inside) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...inside);
  return element;
}

function press(name, label, onclick, icon) {
  const button = make(`button.${name}`, { type: 'button', onclick }, icon ? '' : label);
  if (!icon) return button;
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawing.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', ICONS[icon]);
  drawing.append(path);
  button.append(drawing);
  button.ariaLabel = button.title = label;
  return button;
}

function face(from, title) {
  const name = from?.name ?? title;
  const initials = name.split(/\s+/).map((word) => [...word][0] ?? '').join('').slice(0, 2).toUpperCase();
  const picture = make('span.face', { ariaHidden: 'true' }, initials);
  if (!/^(https?:|\/)/.test(from?.photo ?? '')) return picture;
  const image = make('img', { alt: '', src: from.photo, referrerPolicy: 'no-referrer' });
  image.onerror = () => image.remove();
  picture.append(image);
  return picture;
}

export class View {
  /** @param {import('./conversation.js').Conversation} chat @param {any} site @param {any} t @param {() => void} close */
  constructor(chat, site, t, close) {
    Object.assign(this, { chat, site, t, close });
    this.drawn = new Map();
    this.build();
    this.draft(chat.store.read('draft') ?? '');
    this.draw();
  }

  build() {
    const { t } = this;
    this.face = make('div');
    this.who = make('b');
    this.what = make('small');
    this.end = press('end', t('end'), () => this.ask(t('endAsk'), t('end'), () => this.chat.leave()));
    const title = make('h1', {}, this.who, this.what);
    const header = make('header', {}, this.face, title, this.end, press('icon', t('minimise'), this.close, 'down'));
    this.list = make('div.list', { role: 'log', ariaLive: 'off', ariaLabel: t('title') });
    this.log = make('main', { tabIndex: 0, onscroll: () => this.look() }, this.list);
    this.jump = press('jump', t('newMessages'), () => this.bottom());
    this.status = make('p.state', { role: 'status' });
    this.bar = make('div.bar', { hidden: true });
    this.counter = make('small.counter', { role: 'status' });
    this.input = make('textarea', { rows: 1, placeholder: t('placeholder'), ariaLabel: t('placeholder'), dir: 'auto',
      enterKeyHint: 'send', oninput: () => this.typed(), onkeydown: (event) => this.key(event) });
    this.submit = press('send', t('send'), () => this.send(), 'send');
    const composer = make('form', { onsubmit: (event) => event.preventDefault() }, this.input, this.submit);
    document.body.replaceChildren(header, this.log,
      make('footer', {}, this.jump, this.status, this.bar, composer, this.counter));
    addEventListener('keydown', (event) => event.key === 'Escape' && (this.bar.hidden ? this.close() : this.unask()));
    addEventListener('resize', () => this.pinned && this.bottom());
    document.addEventListener('visibilitychange', () => this.look());
    this.pinned = true;
  }

  draw() {
    const { chat, t } = this;
    const { phase, with: person } = chat.state;
    const open = chat.availability?.open ?? this.site.availability?.open ?? true;
    const title = this.site.title ?? t('title');
    const key = JSON.stringify([person, title]);
    if (this.head !== key) this.face.replaceChildren(face(person, title));
    this.head = key;
    this.who.textContent = person?.name ?? title;
    this.what.textContent = person ? title : t(open ? 'here' : 'away');
    document.body.classList.toggle('away', !open);
    this.end.hidden = !chat.messages.size || phase === 'closed';
    this.drawList();
    const state = this.words();
    if (this.status.textContent !== state) this.status.textContent = state;
    this.status.className = `state ${phase} ${chat.credentials && !chat.connection.up ? 'cut' : ''}`;
    this.look();
  }

  /** The honest line above the composer. */
  words() {
    const { chat: { credentials, connection, state, messages }, t } = this;
    if (credentials && !connection.up) return t('offline');
    const name = state.with?.name ?? t('title');
    const minutes = Math.ceil(state.waitEstimate / 60);
    const until = state.until && clock(state.until);
    switch (state.phase) {
      case 'waiting': return t('waiting') + (minutes ? ` · ${t('estimate', { minutes })}` : '');
      case 'claimed': return t('claimed', { name });
      case 'promised': return until ? t('promised', { name, time: until }) : t('claimed', { name });
      case 'closed': return t('closed');
      case 'form': return t('awayLong');
      default: return messages.size ? '' : '';
    }
  }

  drawList() {
    const { chat, t } = this;
    const messages = chat.shown();
    const last = messages.findLast((one) => one.from.role === 'visitor' && one.seq && !one.key && !one.waiting)?.seq;
    const nodes = [this.part('hello', 'h', () => make('p.hello', {}, t(this.site.availability?.open === false ? 'awayLong' : 'welcome')))];
    let before;
    for (const one of messages) {
      const key = one.key ?? one.id ?? `s${one.seq}`;
      const follows = before?.from.role === one.from.role && before.from.name === one.from.name
        && !(new Date(one.at) - new Date(before.at) > FOLLOWS_MILLIS);
      if (before?.key && !one.key) nodes.push(this.part('line', 'l', () => make('p.line', {}, t('earlier'))));
      const status = this.standing(one, last);
      nodes.push(this.part(key, JSON.stringify([one, follows, status]), () => this.message(one, follows, status)));
      before = one;
    }
    for (const [key, { node }] of this.drawn) if (!nodes.includes(node)) { node.remove(); this.drawn.delete(key); }
    nodes.forEach((node, at) => this.list.children[at] === node || this.list.insertBefore(node, this.list.children[at] ?? null));
    if (this.pinned) this.bottom();
    if (chat.connection.up) requestAnimationFrame(() => { this.list.ariaLive = 'polite'; });
  }

  /** Draws a part again only when it has changed, so that a screen reader hears each once. */
  part(key, mark, draw) {
    const old = this.drawn.get(key);
    if (old?.mark === mark) return old.node;
    const node = draw();
    old?.node.replaceWith(node);
    this.drawn.set(key, { mark, node });
    return node;
  }

  standing(one, last) {
    const { t, chat } = this;
    if (one.from.role !== 'visitor' || one.key) return '';
    if (one.refused) return t(one.refused === 'too-long' ? 'tooLong' : 'refused');
    if (one.waiting) return t('sending');
    if (one.seq !== last) return '';
    return t(one.seq <= chat.seenByTeam ? 'seen' : one.seq <= chat.delivered ? 'delivered' : 'sent');
  }

  message(one, follows, status) {
    const { t } = this;
    const { role, name } = one.from;
    const mine = role === 'visitor';
    const text = one.deleted ? [t('deleted')] : linked(one.text);
    const bubble = make(`div.bubble${one.deleted ? '.gone' : ''}`, { dir: 'auto' }, ...text);
    const body = make('div.body', {}, bubble);
    const item = make(`div.message.${mine ? 'visitor' : role === 'staff' ? 'staff' : 'bridge'}`, {}, body);
    if (follows) item.classList.add('follows');
    if (role === 'staff' && !follows) item.prepend(face(one.from, this.site.title ?? ''));
    const time = one.at ? make('time', { dateTime: one.at }, clock(one.at)) : '';
    if (mine) bubble.prepend(make('span.unseen', {}, `${t('you')}: `));
    else if (!follows) body.prepend(make('div.by', {}, make('b', {}, name ?? this.site.title ?? ''), ' ', time));
    const notes = [one.edited && !one.deleted && t('edited'), status].filter(Boolean).join(' · ');
    const foot = make('div.foot', {}, notes);
    if (one.refused) item.classList.add('refused');
    if (one.refused) foot.append(...this.choices(['tryAgain', () => this.chat.again(one.id)], ['remove', () => this.chat.drop(one.id)]));
    else if (mine && one.seq && !one.key && !one.deleted) body.append(this.menu(one));
    if (foot.childNodes.length) body.append(foot);
    return item;
  }

  choices(...choices) {
    return choices.map(([key, act]) => press('link', this.t(key), act));
  }

  menu(one) {
    const choices = make('span.choices', { hidden: true }, ...this.choices(
      ['edit', () => this.edit(one)], ['delete', () => this.chat.remove(one.seq)]));
    const more = press('icon.more', this.t('more'), () => {
      choices.hidden = !choices.hidden;
      more.ariaExpanded = String(!choices.hidden);
      if (!choices.hidden) choices.firstChild.focus();
    }, 'more');
    more.ariaExpanded = 'false';
    return make('span.own', {}, choices, more);
  }

  edit(one) {
    const kept = this.input.value;
    this.editing = one.seq;
    this.draft(one.text);
    this.ask(this.t('editing'), '', null, () => {
      this.editing = 0;
      this.draft(kept);
    });
    this.input.focus();
  }

  /** A question above the composer, with a way out. */
  ask(text, yes, act, out) {
    this.unask();
    this.out = out;
    const back = press('link', this.t('cancel'), () => this.unask());
    const go = act && press('link.strong', yes, () => { this.unask(); act(); });
    this.bar.replaceChildren(text, make('span.gap'), ...(go ? [back, go] : [back]));
    this.bar.hidden = false;
    (go ?? back).focus();
  }

  unask() {
    if (this.bar.hidden) return;
    this.bar.hidden = true;
    this.out?.();
    this.out = null;
    this.input.focus();
  }

  key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.send();
  }

  send() {
    const text = this.input.value.trim();
    if (!text || [...text].length > LONGEST_TEXT) return this.input.focus();
    if (this.editing) {
      const seq = this.editing;
      this.unask();
      return this.chat.edit(seq, text);
    }
    this.draft('');
    this.chat.typed('');
    this.pinned = true;
    this.chat.say(text);
    this.input.focus();
  }

  draft(text) {
    this.input.value = text;
    this.fit();
  }

  typed() {
    if (!this.editing) this.chat.typed(this.input.value);
    this.fit();
  }

  fit() {
    const { input } = this;
    const length = [...input.value.trim()].length;
    const near = length >= COUNTER_FROM;
    this.counter.textContent = near ? this.t('left', { count: LONGEST_TEXT - length }) : '';
    this.counter.classList.toggle('over', length > LONGEST_TEXT);
    this.submit.disabled = !length || length > LONGEST_TEXT;
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 132)}px`;
  }

  bottom() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** What stands in the visible part of an open frame has been seen. */
  look() {
    const { log, chat } = this;
    this.pinned = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    this.jump.hidden = this.pinned;
    if (this.pinned && this.visible && !document.hidden) chat.saw();
  }

  /** @param {boolean} visible @param {boolean} focus */
  show(visible, focus) {
    this.visible = visible;
    if (visible && this.pinned) this.bottom();
    if (visible && focus) this.input.focus();
    this.look();
  }
}

function clock(at) {
  const moment = new Date(at);
  return Number.isNaN(+moment) ? '' : moment.toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' });
}
