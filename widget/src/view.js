import { clock, face, make, press } from './dom.js';
import { Messages } from './messages.js';
import { Panel } from './panel.js';

const LONGEST_TEXT = 4000; // code points
const COUNTER_FROM = 3600;
const NEAR_PIXELS = 40;

/** What the visitor sees and does: who answers, what was said, how things stand, and where to write. */
export class View {
  /** @param {import('./conversation.js').Conversation} chat @param {any} site @param {any} t @param {() => void} close */
  constructor(chat, site, t, close) {
    Object.assign(this, { chat, site, t, close, pinned: true });
    this.messages = new Messages(this);
    this.panel = new Panel(this);
    this.build();
    this.write(chat.draft);
    this.draw();
  }

  build() {
    const { t, messages: { list } } = this;
    this.face = make('div');
    this.who = make('b');
    this.what = make('small');
    this.end = press('end', t('end'), () => this.ask(t('endAsk'), () => this.chat.leave()));
    const title = make('h1', {}, this.who, this.what);
    const header = make('header', {}, this.face, title, this.end, press('icon', t('minimise'), this.close, 'down'));
    this.log = make('main', { tabIndex: 0, onscroll: () => this.look() }, list);
    this.jump = press('jump', t('newMessages'), () => {
      this.pinned = true;
      this.follow();
    });
    this.status = make('p', { role: 'status' });
    this.bar = make('div.bar', { hidden: true });
    this.counter = make('small');
    this.input = make('textarea', { rows: 1, placeholder: t('placeholder'), ariaLabel: t('placeholder'), dir: 'auto',
      enterKeyHint: 'send', oninput: () => this.typed(), onkeydown: (event) => this.key(event) });
    this.submit = press('send', t('send'), () => this.send(), 'send');
    const picker = make('input', { type: 'file', multiple: true, hidden: true, onchange: () => {
      this.take(picker.files);
      picker.value = '';
    } });
    this.attach = press('icon', t('attach'), () => picker.click(), 'attach');
    this.form = make('div.compose', {}, picker, this.attach, this.input, this.submit);
    for (const type of ['dragover', 'drop', 'paste']) addEventListener(type, (event) => {
      const { types, files } = event.dataTransfer ?? event.clipboardData;
      if (!types.includes('Files') || types.includes('text/plain')) return; // a copied table is a picture too
      event.preventDefault();
      this.take(files);
    });
    document.body.replaceChildren(header, this.log,
      make('footer', {}, this.jump, this.status, this.panel.root, this.bar, this.form, this.counter));
    addEventListener('keydown', ({ key }) => key === 'Escape' && (this.bar.hidden ? this.close() : this.unask()));
    new ResizeObserver(() => this.follow()).observe(this.log);
    document.addEventListener('visibilitychange', () => this.look());
  }

  draw() {
    const { chat, site, t } = this;
    const { phase, with: person } = chat.state;
    const title = site.title ?? t('title');
    const head = JSON.stringify([person, title]);
    const { mode, opens } = chat.availability ?? site.availability ?? {};
    this.open = mode !== 'form';
    this.opens = opens;
    if (this.head !== head) this.face.replaceChildren(face(person?.name ?? title, person?.photo));
    this.head = head;
    this.who.textContent = person?.name ?? title;
    this.what.textContent = person ? title : t(this.open ? 'here' : 'away');
    this.end.hidden = !chat.connection.up || !chat.messages.size || phase === 'form' || phase === 'closed';
    this.form.hidden = site.unknown === true;
    document.body.className = this.open ? '' : 'away';
    const state = this.state();
    if (this.status.textContent !== state) this.status.textContent = state;
    this.status.className = `state ${this.cut() ? 'cut' : phase}`;
    this.panel.draw();
    this.attach.hidden = !site.files || this.panel.asked;
    this.messages.draw();
    this.follow();
    this.look();
  }

  cut() {
    return this.chat.credentials && !this.chat.connection.up && this.chat.late;
  }

  /** The honest line above the composer. */
  state() {
    const { chat, site, t } = this;
    const { phase, with: person, until, told = [] } = chat.state;
    if (site.unknown) return t('unavailable');
    if (this.cut()) return t('offline');
    const name = person?.name ?? site.title ?? t('title');
    const time = clock(until);
    if (phase === 'new' || phase === 'answered') return '';
    return [t(phase, { name, time }), ...told.map((one) => t('told', { name: one }))].join(' · ');
  }

  edit(seq, text) {
    const kept = this.input.value;
    this.ask(this.t('editing'), null, () => {
      this.editing = 0;
      this.write(kept);
    });
    this.editing = seq;
    this.write(text);
    this.input.focus();
  }

  /** A question above the composer; `out` is done however it ends. */
  ask(text, act, out) {
    const { t, bar } = this;
    this.unask();
    this.out = out;
    const back = press('link', t('cancel'), () => this.unask());
    const go = press('link.strong', t('end'), () => {
      this.unask();
      act();
    });
    bar.replaceChildren(make('span', {}, text), back, ...(act ? [go] : []));
    bar.hidden = false;
    back.focus();
  }

  unask() {
    if (this.bar.hidden) return;
    this.bar.hidden = true;
    this.out?.();
    this.input.focus();
  }

  key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  send() {
    const { chat, input, panel, editing: seq } = this;
    const text = input.value.trim();
    input.focus();
    const form = panel.asked && !seq;
    const filled = form && !this.submit.disabled && panel.filled();
    if (this.submit.disabled || (form && !filled)) return;
    this.unask();
    if (seq) return chat.queue.add({ type: 'edit', seq, text });
    this.write('');
    chat.typed('');
    this.pinned = true;
    chat.queue.add({ type: form ? 'form' : 'say', text, ...filled });
  }

  take(files) {
    if (this.attach.hidden) return;
    this.pinned = true;
    this.chat.files.add(files);
  }

  typed() {
    if (!this.editing) this.chat.typed(this.input.value);
    this.fit();
  }

  /** @param {string} text to stand in the composer */
  write(text) {
    this.input.value = text;
    this.fit();
  }

  fit() {
    const { input, counter, chat, t } = this;
    const count = LONGEST_TEXT - [...input.value.trim()].length;
    counter.textContent = count <= LONGEST_TEXT - COUNTER_FROM ? t('left', { count }) : chat.peek ? t('peek') : '';
    counter.className = count < 0 ? 'over' : '';
    this.submit.disabled = count < 0 || count === LONGEST_TEXT;
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
    this.follow(); // at once: a scroll under way would else find the list above cut
  }

  /** Whoever reads the newest goes on reading the newest. */
  follow() {
    if (this.pinned) this.log.scrollTop = this.log.scrollHeight;
  }

  /** What stands in the visible part of a shown frame has been seen. */
  look() {
    const { log } = this;
    this.pinned = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PIXELS;
    this.jump.hidden = this.pinned || !this.chat.unread();
    if (this.pinned && this.shown && !document.hidden) this.chat.saw();
  }

  /** @param {boolean} shown @param {boolean} focus */
  show(shown, focus) {
    this.shown = shown;
    this.fit();
    if (shown && focus) this.input.focus();
    this.look();
  }
}
