// The way back into a conversation from a link in a mail. Nothing is asked for or stored before the click: whatever
// opens links by itself opens nothing.
const main = document.querySelector('main');
const open = main.querySelector('button');
const trouble = main.querySelector('[role=alert]');
const { site } = main.dataset;
const { lang } = document.documentElement;
let frame;

open.onclick = async () => {
  open.disabled = true;
  trouble.hidden = true;
  if (frame) show(true);
  else if (await exchange()) build();
  else trouble.hidden = false;
  open.disabled = false;
};

/** Exchanges the link for a token of this browser's own, kept where the frame's store looks for it. */
async function exchange() {
  const body = new URLSearchParams({ t: new URLSearchParams(location.search).get('t') ?? '' });
  try {
    const answer = await fetch('back', { method: 'POST', body });
    if (!answer.ok) return false;
    const { conversation: id, token } = await answer.json();
    localStorage.setItem(`threadbridge:${site}:conversation`, JSON.stringify({ id, token }));
    return true;
  } catch {
    return false; // no network, or a browser that keeps nothing
  }
}

function build() {
  frame = document.createElement('iframe');
  const asked = new URLSearchParams({ origin: location.origin, language: lang, accent: '#1f5f56', ink: '#fff' });
  frame.src = `../../widget/frame.html?site=${encodeURIComponent(site)}#${asked}`;
  frame.title = document.title;
  document.body.append(frame);
  main.hidden = true;
}

addEventListener('message', ({ source, origin, data }) => {
  if (!frame || source !== frame.contentWindow || origin !== location.origin) return;
  if (data.type === 'ready') show(true);
  if (data.type === 'close') show(false);
});

function show(shown) {
  frame.hidden = shown === false;
  main.hidden = shown;
  frame.contentWindow.postMessage({ type: 'shown', shown, focus: shown }, location.origin);
  if (!shown) open.focus();
}
