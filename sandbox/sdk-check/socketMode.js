// @slack/socket-mode and @slack/bolt against the sandbox: events, buttons, modals, commands.

import { App, LogLevel } from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { errorOf, expect, inbox } from "./support.js";

const DESK = "C0WEBCHAT";

const BUTTON = {
  type: "actions",
  elements: [
    { type: "button", action_id: "claim", text: { type: "plain_text", text: "Claim" } },
  ],
};

const FORM = {
  type: "modal",
  callback_id: "back_in",
  title: { type: "plain_text", text: "Back in" },
  submit: { type: "plain_text", text: "Promise" },
  blocks: [
    {
      type: "input",
      block_id: "when",
      label: { type: "plain_text", text: "Minutes" },
      element: { type: "plain_text_input", action_id: "minutes" },
    },
  ],
};

export async function checkSocketMode({ check, api, appToken, hands }) {
  const heard = inbox();
  const socket = new SocketModeClient({
    appToken,
    clientOptions: { slackApiUrl: api },
    logLevel: "error",
  });
  socket.on("slack_event", async ({ ack, body, envelope_id, retry_num }) => {
    heard.put({ body, envelope_id, retry_num });
    await ack();
  });
  await check("Socket Mode: connect", () => socket.start());
  await check("Socket Mode: a message and its acknowledgement", async () => {
    await hands("post", { as: "U0ANNA", text: "Over the socket" });
    const { body } = await heard.next((one) => one.body.event?.text === "Over the socket");
    expect(body.team_id === "T0SANDBOX" && body.event.user === "U0ANNA", "Anna's message");
  });
  await check("Socket Mode: disconnect", () => socket.disconnect());
}

export async function checkBolt({ check, api, token, appToken, hands }) {
  const heard = inbox();
  const app = new App({
    token,
    appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: api },
    logLevel: LogLevel.ERROR,
  });
  listen(app, heard);
  await check("Bolt: start by Socket Mode", () => app.start());
  await events({ check, heard, hands });
  await interactivity({ check, app, heard, hands });
  await check("Bolt: stop", () => app.stop());
}

function listen(app, heard) {
  app.message(async ({ message }) => heard.put({ kind: "message", message }));
  app.event("reaction_added", async ({ event }) => heard.put({ kind: "reaction", event }));
  app.action("claim", async ({ ack, body, respond }) => {
    await ack();
    heard.put({ kind: "action", body, respond });
  });
  app.view("back_in", async ({ ack, view }) => {
    await ack();
    heard.put({ kind: "view", view });
  });
  app.command("/chat", async ({ ack, command }) => {
    await ack({ text: `You said ${command.text}` });
    heard.put({ kind: "command", command });
  });
}

async function events({ check, heard, hands }) {
  const next = (subtype) =>
    heard.next((one) => one.kind === "message" && one.message.subtype === subtype);
  await check("Bolt: a message, its edit and its delete", async () => {
    const { ts } = await hands("post", { as: "U0BEN", text: "One" });
    expect((await next(undefined)).message.text === "One", "the message");
    await hands("edit", { as: "U0BEN", ts, text: "Two" });
    expect((await next("message_changed")).message.message.text === "Two", "the edit");
    await hands("delete", { as: "U0BEN", ts });
    expect((await next("message_deleted")).message.deleted_ts === ts, "the delete");
  });
  await check("Bolt: a reaction", async () => {
    const { ts } = await hands("post", { as: "U0BEN", text: "React to me" });
    await hands("react", { as: "U0ANNA", ts, name: "eyes" });
    const { event } = await heard.next((one) => one.kind === "reaction");
    expect(event.reaction === "eyes" && event.item.ts === ts, "the eyes");
  });
}

async function interactivity({ check, app, heard, hands }) {
  const pressed = {};
  await check("Bolt: a button", async () => {
    const wish = { channel: DESK, text: "Press", blocks: [BUTTON] };
    const { ts } = await app.client.chat.postMessage(wish);
    await hands("press", { as: "U0ANNA", channel: DESK, ts, action_id: "claim" });
    const { body, respond } = await heard.next((one) => one.kind === "action");
    expect(body.user.id === "U0ANNA" && body.message.ts === ts, "who pressed what");
    Object.assign(pressed, { trigger: body.trigger_id, respond });
  });
  await check("Bolt: views.open with its trigger, once", async () => {
    const open = () => app.client.views.open({ trigger_id: pressed.trigger, view: FORM });
    expect((await open()).view.callback_id === "back_in", "the modal");
    const again = await errorOf(open());
    expect(again === "exchanged_trigger_id", `exchanged_trigger_id, not ${again}`);
  });
  await check("Bolt: the modal's answer", async () => {
    await hands("submit", { as: "U0ANNA", values: { minutes: "5" } });
    const { view } = await heard.next((one) => one.kind === "view");
    expect(view.state.values.when.minutes.value === "5", "five minutes");
  });
  await check("Bolt: respond by the response_url", async () => {
    await pressed.respond({ text: "Noted", replace_original: false });
  });
  await check("Bolt: a slash command and its answer", async () => {
    const wish = { as: "U0ANNA", channel: DESK, command: "/chat", text: "status" };
    const { response } = await hands("command", wish);
    expect(response.text === "You said status", "the answer");
    expect((await heard.next((one) => one.kind === "command")).command.text === "status", "status");
  });
}
