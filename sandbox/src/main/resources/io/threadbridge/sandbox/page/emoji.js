// Emoji by Slack's names.

import { drawn } from './icons.js';

const EMOJI = {
  eyes: '👀', white_check_mark: '✅', heavy_check_mark: '✔️', lock: '🔒', tada: '🎉', thumbsup: '👍', '+1': '👍', '-1': '👎',
  thumbsdown: '👎', wave: '👋', smile: '😄', slightly_smiling_face: '🙂', grinning: '😀', joy: '😂', wink: '😉', blush: '😊',
  heart: '❤️', fire: '🔥', rocket: '🚀', warning: '⚠️', x: '❌', question: '❓', exclamation: '❗', bell: '🔔', clock1: '🕐',
  hourglass: '⌛', hourglass_flowing_sand: '⏳', alarm_clock: '⏰', speech_balloon: '💬', left_speech_bubble: '🗨️', pray: '🙏',
  clap: '👏', ok_hand: '👌', raised_hands: '🙌', thinking_face: '🤔', cry: '😢', sob: '😭', star: '⭐', bulb: '💡', memo: '📝',
  email: '📧', phone: '☎️', telephone_receiver: '📞', globe_with_meridians: '🌐', bust_in_silhouette: '👤', robot_face: '🤖',
  red_circle: '🔴', large_green_circle: '🟢', large_yellow_circle: '🟡', large_orange_circle: '🟠', large_blue_circle: '🔵',
  white_circle: '⚪', no_entry: '⛔', no_entry_sign: '🚫', inbox_tray: '📥', link: '🔗', mag: '🔍', zap: '⚡', sos: '🆘',
  arrow_right: '➡️', point_right: '👉', door: '🚪', zzz: '💤', sunny: '☀️', pencil2: '✏️', wastebasket: '🗑️', hand: '✋',
  owl: '🦉', eagle: '🦅', duck: '🦆', swan: '🦢', flamingo: '🦩', parrot: '🦜', peacock: '🦚', penguin: '🐧', bird: '🐦',
  baby_chick: '🐤', rooster: '🐓', dove_of_peace: '🕊️',
};

/** An emoji as a drawing where we have one, else as text. @param {string} name */
export const emoji = (name) => drawn(name) || EMOJI[name.split('::')[0]] || ':' + name + ':';

/** Text with its `:emoji:` drawn. @param {string} text @returns {(Node|string)[]} */
export const words = (text) => text.split(/(:[a-z0-9_+-]+:)/).map((part) => {
  const name = part.slice(1, -1);
  return part.startsWith(':') && part.length > 2 ? drawn(name) || EMOJI[name] || part : part;
});
