const MOST_MESSAGES = 500; // messages of one conversation
const BY_ITSELF = ['rate', 'unavailable']; // reasons that pass: retried without asking the visitor

const GONE = { text: '', files: [], deleted: true };

/** @typedef {import('./conversation.js').Conversation} Conversation */

/**
 * What a frame of the bridge's changes in a conversation.
 *
 * @param {Conversation} chat @param {any} frame a type that is not known is passed over
 */
export function receive(chat, frame) {
  const { type, id, seq, text, token } = frame;
  switch (type) {
    case 'welcome': chat.peek = frame.peek === true; break;
    case 'accepted': accepted(chat, frame); break;
    case 'refused': refused(chat, frame); break;
    case 'message': said(chat, frame); break;
    case 'edited': amend(chat, seq, { text, edited: true }); break;
    case 'deleted': amend(chat, seq, GONE); break;
    case 'delivered': chat.delivered = Math.max(chat.delivered, seq); break;
    case 'seen': chat.noticed = Math.max(chat.noticed, seq); break;
    case 'state': chat.state = frame; break;
    case 'availability': chat.availability = frame; break;
    case 'token': chat.store.write('conversation', chat.credentials = { ...chat.credentials, token }); break;
    case 'moved': chat.enter({ id: frame.conversation, token }); break;
    default: return;
  }
  chat.changed();
}

function accepted(chat, { id, seq, at = new Date().toISOString() }) {
  const { type, text, files } = chat.queue.find(id)?.frame ?? {};
  if (type === 'say' || type === 'form') put(chat, { seq, id, text, files, from: { role: 'visitor' }, at });
  if (type === 'edit') amend(chat, seq, { text, edited: true });
  if (type === 'delete') amend(chat, seq, GONE);
  chat.queue.drop(id);
}

function refused(chat, { id, reason, retryAfter }) {
  if (reason === 'expired' || reason === 'unknown') return chat.forget();
  const entry = chat.queue.find(id);
  if (retryAfter || BY_ITSELF.includes(reason)) chat.queue.pause((retryAfter ?? 5) * 1000);
  else if (entry) chat.queue.refuse(entry, reason);
  else if (reason === 'contact') chat.doubt();
}

/** A message beyond the next one means that something was missed: it is asked for, once. */
function said(chat, frame) {
  const { seq, id } = frame;
  if (seq > chat.after + 1 && chat.asked !== seq) {
    chat.asked = seq;
    return chat.connection.restart();
  }
  put(chat, frame);
  if (id) chat.queue.drop(id);
}

function put(chat, { type, ...message }) {
  const { messages } = chat;
  const { seq } = message;
  messages.set(seq, { id: messages.get(seq)?.id, ...message });
  if (chat.asked === seq) chat.after = Math.max(chat.after, seq);
  while (messages.has(chat.after + 1)) chat.after++;
  if (messages.size > MOST_MESSAGES) messages.delete(chat.sorted()[0].seq);
  chat.keep();
}

function amend(chat, seq, change) {
  const message = chat.messages.get(seq);
  if (!message) return;
  chat.messages.set(seq, { ...message, ...change });
  chat.keep();
}
