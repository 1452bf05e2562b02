/**
 * What the frame remembers of one site, in the localStorage of our own origin; in memory where that is blocked or full.
 * Every waiting frame has a key of its own, so that two tabs that write at once never overwrite each other.
 */
export class Store {
  /** @param {string} site @param {(name: string) => void} changed called when another tab has written */
  constructor(site, changed) {
    this.prefix = `threadbridge:${site}:`;
    /** @type {Map<string, string | null>} what the area refused to take */
    this.memory = new Map();
    try {
      this.area = window.localStorage;
    } catch {
      this.area = null;
    }
    addEventListener('storage', (event) => {
      if (event.storageArea !== this.area) return;
      if (event.key === null) changed('');
      else if (event.key.startsWith(this.prefix)) changed(event.key.slice(this.prefix.length));
    });
  }

  /** @param {string} name @returns {any} the value, or null; a damaged one counts as absent */
  read(name) {
    const key = this.prefix + name;
    try {
      return JSON.parse(this.memory.has(key) ? this.memory.get(key) : this.area.getItem(key));
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {any} value null removes it */
  write(name, value) {
    const key = this.prefix + name;
    const text = JSON.stringify(value);
    try {
      if (value === null) this.area.removeItem(key);
      else this.area.setItem(key, text);
      this.memory.delete(key);
    } catch {
      this.memory.set(key, value === null ? null : text);
    }
  }

  /** @param {string} start @returns {string[]} names that begin so, in order */
  names(start) {
    const keys = new Set(this.memory.keys());
    try {
      Object.keys(this.area).forEach((key) => keys.add(key));
    } catch {
      // blocked: memory is all there is
    }
    return [...keys]
      .filter((key) => key.startsWith(this.prefix + start) && this.memory.get(key) !== null)
      .map((key) => key.slice(this.prefix.length))
      .sort();
  }
}
