/*
 * Threadbridge, the launcher on the customer's page: <script src="…/widget.js" data-site="shop" async></script>
 * Draws one button. Before its first click it opens no connection and stores nothing.
 */
(() => {
  'use strict';
  const script = document.currentScript;
  const site = script?.dataset.site;
  // A page without an origin (file:, sandboxed frame) cannot be answered exactly, so it is not spoken to at all.
  if (!site || window.Threadbridge || location.origin === 'null') return;

  const frameUrl = new URL(`widget/frame.html?site=${encodeURIComponent(site)}`, script.src);
  const marker = `threadbridge:${site}`;
  const keepMillis = 24 * 3600 * 1000;
  const colour = /^#[0-9a-f]{6}$/i.test(script.dataset.color) ? script.dataset.color : '#1f5f56';
  let label = script.dataset.label || 'Chat';
  let unread = 0;
  let shown = false;
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  let told = '';

  const css = `
    :host { all: initial; }
    button { all: unset; box-sizing: border-box; position: fixed; inset-block-end: 20px; inset-inline-end: 20px;
      z-index: 2147483646; inline-size: 60px; block-size: 60px; border-radius: 50%; cursor: pointer;
      display: grid; place-items: center; background: ${colour}; color: ${ink(colour)};
      box-shadow: 0 1px 3px #0003, 0 8px 24px #0004; transition: transform .15s, box-shadow .15s; }
    button:hover { transform: translateY(-2px); box-shadow: 0 2px 5px #0003, 0 12px 30px #0005; }
    button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #111; }
    svg { inline-size: 28px; block-size: 28px; fill: none; stroke: currentColor; stroke-width: 1.8;
      stroke-linecap: round; stroke-linejoin: round; }
    span { position: absolute; inset-block-start: -3px; inset-inline-end: -3px; min-inline-size: 22px; block-size: 22px;
      box-sizing: border-box; padding: 0 6px; border-radius: 11px; background: #c5221f; color: #fff;
      border: 2px solid #fff; font: 700 12px/18px system-ui, sans-serif; text-align: center; }
    [hidden] { display: none; }
    iframe { all: unset; position: fixed; inset-block-end: 92px; inset-inline-end: 20px; z-index: 2147483647;
      inline-size: min(390px, calc(100vw - 40px)); block-size: min(640px, calc(100dvh - 112px));
      border-radius: 18px; box-shadow: 0 0 0 1px #0001, 0 12px 48px #0004; background: Canvas; color-scheme: light dark;
      transition: opacity .16s, transform .16s, visibility .16s; }
    iframe.away { visibility: hidden; opacity: 0; transform: translateY(12px); pointer-events: none; }
    @media (max-width: 480px) {
      iframe { inset: 0; inline-size: 100vw; block-size: 100dvh; border-radius: 0; box-shadow: none; }
      button.open { visibility: hidden; }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
    @media print { :host { display: none; } }`;

  const host = document.createElement('threadbridge-chat');
  const root = host.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const badge = document.createElement('span');

  draw();
  if (document.body) attach();
  else addEventListener('DOMContentLoaded', attach, { once: true });
  window.Threadbridge = { open: () => show(true), close: () => show(false) };

  function draw() {
    style();
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    icon.setAttribute('viewBox', '0 0 24 24');
    icon.setAttribute('aria-hidden', 'true');
    icon.append(path);
    button.append(icon, badge);
    button.addEventListener('click', () => show(!shown));
    root.append(button);
    redraw();
  }

  /** A constructed style sheet passes the strictest style-src of a customer's page. */
  function style() {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } catch {
      const element = document.createElement('style');
      element.textContent = css;
      root.append(element);
    }
  }

  function redraw() {
    path.setAttribute('d', shown ? 'M6 9l6 6 6-6' : 'M21 11.5a8.4 8.4 0 0 1-12 7.6L3.5 20.5 5 15.2a8.4 8.4 0 1 1 16-3.7z');
    badge.hidden = !unread || shown;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    button.className = shown ? 'open' : '';
    button.setAttribute('aria-label', unread && !shown ? `${label} (${unread})` : label);
    button.setAttribute('aria-expanded', String(shown));
  }

  function attach() {
    document.body.append(host);
    addEventListener('keydown', (event) => event.key === 'Escape' && shown && show(false));
    // A conversation that was open before a reload or a navigation goes on by itself.
    if (stored('sessionStorage') === 'open') show(true, false);
    else if (Date.now() - Number(stored('localStorage')) < keepMillis) load();
  }

  function load() {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = label;
    frame.className = 'away';
    const language = document.documentElement.lang;
    frame.src = `${frameUrl}#${new URLSearchParams({ origin: location.origin, language, colour, ink: ink(colour) })}`;
    root.append(frame);
    addEventListener('message', receive);
    for (const moved of ['popstate', 'hashchange', 'pageshow']) addEventListener(moved, tellPage);
    setInterval(tellPage, 1000); // the only way to see a single-page site change its address without patching it
    globalThis.visualViewport?.addEventListener('resize', fit);
  }

  /** @param {boolean} open @param {boolean} [focus] */
  function show(open, focus = true) {
    if (open) load();
    if (!frame || open === shown) return;
    shown = open;
    frame.classList.toggle('away', !shown);
    store('sessionStorage', shown ? 'open' : null);
    tell({ type: 'shown', shown, focus });
    redraw();
    fit();
    if (!shown && focus) button.focus();
  }

  /** On a phone the frame ends where the keyboard begins. */
  function fit() {
    const view = globalThis.visualViewport;
    const full = view && shown && matchMedia('(max-width: 480px)').matches;
    frame.style.blockSize = full ? `${view.height}px` : '';
    frame.style.insetBlockStart = full ? `${view.offsetTop}px` : '';
  }

  /** @param {MessageEvent} event */
  function receive(event) {
    if (event.origin !== frameUrl.origin || event.source !== frame.contentWindow) return;
    const { type, ...rest } = Object(event.data);
    if (type === 'ready') {
      label = script.dataset.label || String(rest.label);
      frame.title = label;
      tell({ type: 'shown', shown, focus: shown });
      told = '';
      tellPage();
    } else if (type === 'close') show(false);
    else if (type === 'unread') unread = Number(rest.count) || 0;
    else if (type === 'chat') store('localStorage', rest.open ? String(Date.now()) : null);
    redraw();
  }

  function tellPage() {
    const page = { url: location.href.slice(0, 2000), title: document.title.slice(0, 300) };
    const now = JSON.stringify(page);
    if (now === told) return;
    told = now;
    tell({ type: 'page', page });
  }

  function tell(message) {
    frame.contentWindow?.postMessage(message, frameUrl.origin);
  }

  function stored(area) {
    try {
      return window[area].getItem(marker);
    } catch {
      return null; // storage is blocked: the chat lives as long as the page
    }
  }

  function store(area, value) {
    try {
      if (value === null) window[area].removeItem(marker);
      else window[area].setItem(marker, value);
    } catch {
      // as above
    }
  }

  /** Black or white, whichever reads better on the colour (relative luminance, WCAG 2). */
  function ink(hex) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
  }
})();
