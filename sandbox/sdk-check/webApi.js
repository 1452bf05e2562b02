// @slack/web-api against the sandbox: every family of methods that a desk needs.

import { WebClient } from "@slack/web-api";
import { errorOf, expect } from "./support.js";

const DESK = "C0WEBCHAT";
const BATCH = { event_type: "sdk_check", event_payload: { batch: "42" } };

export async function checkWebApi({ check, api, token, hands }) {
  const slack = new WebClient(token, { slackApiUrl: api, logLevel: "error" });
  const card = await posting({ check, slack });
  await reading({ check, slack, card });
  await reacting({ check, slack, card });
  await people({ check, slack });
  await files({ check, slack, card });
  await limits({ check, api, token, hands });
  await refusals({ check, slack, api });
}

async function posting({ check, slack }) {
  const card = {};
  await check("auth.test says who we are", async () => {
    const self = await slack.auth.test();
    expect(self.user_id === "U0BRIDGE" && self.team_id === "T0SANDBOX", "our bot and team");
  });
  await check("chat.postMessage with blocks and metadata", async () => {
    const blocks = [{ type: "section", text: { type: "plain_text", text: "Hello" } }];
    const wish = { channel: DESK, text: "Hello &amp; welcome", blocks, metadata: BATCH };
    const posted = await slack.chat.postMessage(wish);
    card.ts = posted.ts;
    expect(posted.message.blocks[0].text.text === "Hello", "the block as it was sent");
  });
  await check("chat.postMessage as a reply under another name", async () => {
    const wish = { channel: DESK, thread_ts: card.ts, text: "First", username: "Otter" };
    const posted = await slack.chat.postMessage(wish);
    card.reply = posted.ts;
    expect(posted.message.thread_ts === card.ts, "the thread's root in the answer");
    expect(posted.message.username === "Otter", "the name that was given");
  });
  await check("chat.update", async () => {
    const wish = { channel: DESK, ts: card.reply, text: "Second" };
    expect((await slack.chat.update(wish)).text === "Second", "the new words");
  });
  await check("chat.postEphemeral", async () => {
    const wish = { channel: DESK, user: "U0ANNA", thread_ts: card.ts, text: "Only you" };
    expect((await slack.chat.postEphemeral(wish)).message_ts, "a message_ts");
  });
  await check("chat.getPermalink", async () => {
    const link = await slack.chat.getPermalink({ channel: DESK, message_ts: card.ts });
    expect(link.permalink.includes(DESK), "the channel in the link");
  });
  return card;
}

async function reading({ check, slack, card }) {
  await check("conversations.info", async () => {
    const { channel } = await slack.conversations.info({ channel: DESK });
    expect(channel.is_member && !channel.is_archived, "a channel with the bot in it");
  });
  await check("conversations.history with metadata", async () => {
    const wish = { channel: DESK, include_all_metadata: true, limit: 10 };
    const { messages } = await slack.conversations.history(wish);
    const found = messages.find((message) => message.ts === card.ts);
    expect(found.metadata.event_payload.batch === "42", "our metadata");
    expect(found.text === "Hello &amp; welcome", "the text, escaped as it was");
  });
  await check("conversations.replies with metadata", async () => {
    const wish = { channel: DESK, ts: card.ts, include_all_metadata: true };
    const { messages } = await slack.conversations.replies(wish);
    expect(messages[0].metadata.event_type === "sdk_check", "the root's metadata");
    expect(messages[1].text === "Second", "the reply as it was changed");
  });
  await check("pages of conversations.members", async () => {
    const seen = [];
    const pages = slack.paginate("conversations.members", { channel: DESK, limit: 2 });
    for await (const page of pages) {
      seen.push(...page.members);
    }
    expect(new Set(seen).size === seen.length && seen.includes("U0BRIDGE"), "each member once");
    expect(seen.length > 2, "more than one page");
  });
}

async function reacting({ check, slack, card }) {
  const here = () => ({ channel: DESK, timestamp: card.reply });
  await check("reactions.add, get and remove", async () => {
    await slack.reactions.add({ ...here(), name: "lock" });
    const { message } = await slack.reactions.get(here());
    expect(message.reactions[0].name === "lock", "the lock");
    const again = await errorOf(slack.reactions.add({ ...here(), name: "lock" }));
    expect(again === "already_reacted", "already_reacted");
    await slack.reactions.remove({ ...here(), name: "lock" });
  });
  await check("chat.delete", async () => {
    await slack.chat.delete({ channel: DESK, ts: card.reply });
    const again = await errorOf(slack.chat.delete({ channel: DESK, ts: card.reply }));
    expect(again === "message_not_found", "message_not_found the second time");
  });
}

async function people({ check, slack }) {
  await check("users.info of a member, a guest and a stranger", async () => {
    const of = async (user) => (await slack.users.info({ user })).user;
    expect((await of("U0ANNA")).profile.display_name === "Anna", "Anna");
    expect((await of("U0GUEST")).is_restricted, "a guest");
    expect((await of("U0STRANGER")).team_id === "T0PARTNER", "a partner's team");
  });
  await check("conversations.open and a direct message", async () => {
    const { channel } = await slack.conversations.open({ users: "U0ANNA" });
    const posted = await slack.chat.postMessage({ channel: channel.id, text: "Psst" });
    expect(posted.channel === channel.id, "the direct channel");
  });
}

async function files({ check, slack, card }) {
  await check("files.uploadV2 into a thread", async () => {
    const content = "a,b\n1,2\n";
    const wish = { channel_id: DESK, thread_ts: card.ts, filename: "list.csv", content };
    const done = await slack.files.uploadV2(wish);
    const file = done.files.flatMap((one) => one.files ?? [one])[0];
    const told = (await slack.files.info({ file: file.id })).file;
    expect(told.name === "list.csv" && told.size === content.length, "name and size");
    const headers = { Authorization: `Bearer ${slack.token}` };
    const bytes = await fetch(told.url_private, { headers });
    expect((await bytes.text()) === content, "the bytes that were sent");
  });
}

async function limits({ check, api, token, hands }) {
  const slow = { kind: "rate_limited", method: "auth.test", retry_after: 1, times: 1 };
  await check("429 with Retry-After: the SDK waits and repeats", async () => {
    await hands("faults", slow);
    const slack = new WebClient(token, { slackApiUrl: api, logLevel: "error" });
    const began = Date.now();
    let waits = 0;
    slack.on("rate_limited", () => (waits += 1));
    expect((await slack.auth.test()).ok, "an answer after the wait");
    expect(waits === 1 && Date.now() - began >= 900, "one wait of a second");
  });
  await check("429 with Retry-After: the SDK tells how long", async () => {
    await hands("faults", slow);
    const options = { slackApiUrl: api, logLevel: "error", rejectRateLimitedCalls: true };
    const failure = await new WebClient(token, options).auth.test().catch((why) => why);
    expect(failure.code === "slack_webapi_rate_limited_error", "the SDK's own error");
    expect(failure.retryAfter === 1, "one second");
  });
}

async function refusals({ check, slack, api }) {
  await check("a method that is not played answers unknown_method", async () => {
    const error = await errorOf(slack.apiCall("search.messages", { query: "x" }));
    expect(error === "unknown_method", `unknown_method, not ${error}`);
  });
  await check("a wrong token answers invalid_auth", async () => {
    const stranger = new WebClient("xoxb-wrong", { slackApiUrl: api, logLevel: "error" });
    expect((await errorOf(stranger.auth.test())) === "invalid_auth", "invalid_auth");
  });
}
