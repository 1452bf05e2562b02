/**
 * Threadbridge, the launcher on the customer's page: <script src="…/widget.js" data-site="shop" async></script>
 * Draws one button. Before its first click it opens no connection and stores nothing.
 */
(() => {
  'use strict';
  const script = document.currentScript;
  const { site, label: ownLabel, color } = script?.dataset ?? {};
  // A page without an origin (file:, sandboxed frame) cannot be answered exactly, so it is not spoken to at all.
  if (!site || window.Threadbridge || origin === 'null') return;

  const KEEP_MILLIS = 24 * 3_600_000; // an open chat comes back by itself for a day
  const LOOK_MILLIS = 1_000; // the only way to see a single-page site change its address without patching it
  const BUBBLE = 'M21 11.5a8.4 8.4 0 0 1-12 7.6L3.5 20.5 5 15.2a8.4 8.4 0 1 1 16-3.7z';
  const frameUrl = new URL(`widget/frame.html?site=${encodeURIComponent(site)}`, script.src);
  const marker = `threadbridge:${site}`;
  const accent = /^#[0-9a-f]{6}$/i.test(color) ? color : '#1f5f56';
  const ink = bright(accent) ? '#000' : '#fff';
  const view = globalThis.visualViewport;
  let label = ownLabel || 'Chat';
  let unread = 0;
  let shown = false;
  let told = '';
  /** @type {HTMLIFrameElement | undefined} */
  let frame;

  const css = `
    :host { all: initial; }
    button, iframe { all: unset; box-sizing: border-box; position: fixed; z-index: 99999999;
      inset-block-end: 20px; inset-inline-end: 20px; }
    button { inline-size: 60px; block-size: 60px; border-radius: 50%; cursor: pointer;
      display: grid; place-items: center; background: ${accent}; color: ${ink};
      box-shadow: 0 8px 24px #0005; transition: transform .15s; }
    button:hover { transform: translateY(-2px); }
    button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #111; }
    svg { inline-size: 28px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
    span { position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-inline-size: 24px; box-sizing: border-box;
      padding: 0 6px; border-radius: 12px; background: #c5221f; color: #fff; border: 2px solid #fff;
      font: 700 12px/20px system-ui, sans-serif; text-align: center; }
    span:empty { display: none; }
    iframe { inset-block-end: 92px; inline-size: min(390px, 100vw - 40px); block-size: min(640px, 100dvh - 112px);
      border-radius: 18px; box-shadow: 0 8px 48px #0005; background: Canvas; color-scheme: light dark;
      transition: opacity .16s, transform .16s, visibility .16s; }
    iframe.away { visibility: hidden; opacity: 0; transform: translateY(12px); }
    @media (max-width: 480px) {
      iframe { inset: 0; inline-size: 100vw; block-size: 100dvh; border-radius: 0; }
      [aria-expanded=true] { visibility: hidden; }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }`;

  const host = document.createElement('threadbridge-chat');
  const root = host.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  const badge = document.createElement('span');
  const [icon, path] = ['svg', 'path'].map((tag) => document.createElementNS('http://www.w3.org/2000/svg', tag));

  const sheet = new CSSStyleSheet(); // passes the strictest style-src of a customer's page
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.append(path);
  button.type = 'button';
  button.onclick = () => show(!shown);
  button.append(icon, badge);
  root.append(button);
  redraw();
  if (document.body) attach();
  else addEventListener('DOMContentLoaded', attach);
  window.Threadbridge = { open: () => show(true), close: () => show(false) };

  function redraw() {
    path.setAttribute('d', shown ? 'M6 9l6 6 6-6' : BUBBLE);
    badge.textContent = unread && !shown ? (unread > 9 ? '9+' : unread) : '';
    button.ariaLabel = label + (badge.textContent && ` (${unread})`);
    button.ariaExpanded = `${shown}`;
  }

  /** A chat that was open before a reload or a navigation goes on by itself. */
  function attach() {
    document.body.append(host);
    host.onkeydown = ({ key }) => void (key === 'Escape' && show(false));
    if (remembered('sessionStorage')) show(true, false);
    else if (Date.now() - remembered('localStorage') < KEEP_MILLIS) load();
  }

  function load() {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = label;
    frame.className = 'away';
    frame.src = `${frameUrl}#${new URLSearchParams({ origin, language: document.documentElement.lang, accent, ink })}`;
    root.append(frame);
    addEventListener('message', receive);
    setInterval(tellPage, LOOK_MILLIS);
    view?.addEventListener('resize', fit);
  }

  /** @param {boolean} open @param {boolean} [focus] whether the focus goes along */
  function show(open, focus = true) {
    if (open === shown) return;
    load();
    shown = open;
    frame.classList.toggle('away', !shown);
    remember('sessionStorage', shown);
    tell({ type: 'shown', shown, focus });
    redraw();
    fit();
    if (!shown) button.focus();
    else if (focus) frame.focus();
  }

  /** On a phone the frame ends where the keyboard begins. */
  function fit() {
    const full = view && shown && matchMedia('(max-width: 480px)').matches;
    frame.style.blockSize = full ? `${view.height}px` : '';
    frame.style.insetBlockStart = full ? `${view.offsetTop}px` : '';
  }

  /** @param {MessageEvent} event counts only when it comes from our origin and our frame */
  function receive({ origin: from, source, data }) {
    if (from !== frameUrl.origin || source !== frame.contentWindow) return;
    const { type, label: theirs, count, open } = Object(data);
    if (type === 'close') show(false);
    if (type === 'chat') {
      unread = count;
      remember('localStorage', open && Date.now());
    }
    if (type === 'ready') {
      label = ownLabel || theirs;
      frame.title = label;
      tell({ type: 'shown', shown, focus: shown && document.activeElement === host });
      told = '';
      tellPage();
    }
    redraw();
  }

  function tellPage() {
    const page = { url: location.href.slice(0, 2000), title: document.title.slice(0, 300) };
    const now = JSON.stringify(page);
    if (now !== told) tell({ type: 'page', page });
    told = now;
  }

  function tell(message) {
    frame.contentWindow?.postMessage(message, frameUrl.origin);
  }

  // Where storage is blocked, the chat lives as long as the page.
  function remembered(area) {
    try {
      return window[area].getItem(marker);
    } catch {
      return null;
    }
  }

  function remember(area, value) {
    try {
      if (value) window[area].setItem(marker, value);
      else window[area].removeItem(marker);
    } catch {}
  }

  /** Whether black reads better on it than white (relative luminance, WCAG 2). */
  function bright(hex) {
    const [red, green, blue] = [1, 3, 5].map((at) => (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
  }
})();
