import { make, press } from './dom.js';
import { newId } from './queue.js';

const MOST_STARS = 5;
const FIELDS = {
  callback: { label: 'tel', type: 'tel', autocomplete: 'tel', maxLength: 30, pattern: '\\+?([ \\(\\)\\/.\\-]*\\d){5,}' },
  email: { label: 'address', type: 'email', autocomplete: 'email', maxLength: 254, pattern: '.+@.+\\..+' },
};

/** What stands between the state and the composer: other ways than waiting, the contact form, the rating. */
export class Panel {
  /** @param {import('./view.js').View} view */
  constructor(view) {
    const { chat, t } = view;
    Object.assign(this, { view, chat, t, root: make('div.panels'), parts: {} });
    chat.doubt = () => this.complain('contact');
  }

  /** Draws what is new, and leaves alone what the visitor is filling in. */
  draw() {
    const { root, view, chat: { state: { phase, choices, rate }, queue, credentials }, parts } = this;
    this.rated &&= phase === 'closed';
    this.asked = !view.open && (!credentials || phase === 'closed') && !queue.head();
    const wanted = { rate, thanks: !rate && this.rated, ways: choices, form: this.asked };
    const mark = JSON.stringify(wanted);
    if (this.mark === mark) return;
    this.mark = mark;
    this.parts = {};
    for (const name in wanted) if (wanted[name]) this.parts[name] = (name !== 'ways' && parts[name]) || this[name](choices);
    const focused = document.activeElement;
    const within = root.contains(focused);
    root.replaceChildren(...Object.values(this.parts));
    if (within) (root.contains(focused) ? focused : view.input).focus();
  }

  thanks() {
    return make('p.bar', {}, this.t('thanks'));
  }

  rate() {
    const { t, chat } = this;
    let stars = 0;
    const send = () => {
      const comment = field.lastChild.value;
      this.rated = chat.connection.send({ type: 'rate', stars, ...(comment && { comment }) });
    };
    const field = this.field('comment', { maxLength: 1000 }, send);
    const more = make('div', { hidden: true }, field, press('chip.go', t('send'), send));
    const row = make('div.stars', {}, ...Array.from({ length: MOST_STARS }, (_, at) => {
      const star = press('star', '☆', () => {
        stars = at + 1;
        more.hidden = false;
        [...row.children].forEach((one, place) => {
          one.textContent = place > at ? '☆' : '★';
          one.ariaPressed = `${place === at}`;
        });
      });
      star.ariaLabel = t('stars', { count: at + 1 });
      return star;
    }));
    return this.group('rate', row, more);
  }

  ways(choices) {
    return this.contact(choices, () => this.choose(), press('chip.go', this.t('send'), () => this.choose()));
  }

  form() {
    const part = this.contact(['email', 'callback'], () => this.view.send());
    this.name = this.field('name', { maxLength: 100, autocomplete: 'name' }, () => this.view.send());
    part.append(this.name);
    part.querySelector('button').click();
    return part;
  }

  /** Which way, and the field that belongs to it. */
  contact(choices, done, ...last) {
    const { t } = this;
    const field = this.field('', { required: true, oninput: () => this.complain('') }, done);
    const [caption, input] = field.childNodes;
    this.input = input;
    this.error = make('small', { role: 'alert' });
    field.append(this.error);
    const more = make('div', { hidden: true }, field, ...last);
    const row = make('div.row', {}, ...choices.map((way) => press('chip', t(way), ({ target }) => {
      if (way === 'wait') return this.choose(way);
      this.way = way;
      const { label, ...properties } = FIELDS[way];
      Object.assign(input, properties);
      caption.data = t(label);
      more.hidden = false;
      this.complain('');
      [...row.children].forEach((one) => { one.ariaPressed = `${one === target}`; });
      if (last[0]) input.focus();
    })));
    return this.group('ways', row, more);
  }

  group(name, ...inside) {
    return make('div.panel', { role: 'group', ariaLabel: this.t(name) }, make('b', {}, this.t(name)), ...inside);
  }

  field(name, properties, done) {
    const onkeydown = ({ key, isComposing }) => key === 'Enter' && !isComposing && done();
    return make('label', {}, this.t(name), make('input', { ...properties, onkeydown }));
  }

  /** @param {string} why the key of what is wrong with the contact, or nothing */
  complain(why) {
    const { input, error } = this;
    error.textContent = this.t(why);
    input.ariaInvalid = `${!!why}`;
    if (why) input.focus();
  }

  choose(value = this.way) {
    const rest = value === 'wait' ? {} : this.filled();
    if (rest) this.chat.connection.send({ type: 'choice', id: newId(), value, ...rest });
  }

  /** @returns {{way: string, contact: string, name?: string} | undefined} nothing where the contact cannot be one */
  filled() {
    const { input, way, name, asked } = this;
    input.value = input.value.trim();
    if (!input.checkValidity()) return this.complain('contact');
    return { contact: input.value, ...(asked && { way, name: name.lastChild.value }) };
  }
}
