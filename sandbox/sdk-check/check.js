// node check.js http://127.0.0.1:<port of a sandbox that runs alone>

import { checkBolt, checkSocketMode } from "./socketMode.js";
import { checks, handsAt } from "./support.js";
import { checkWebApi } from "./webApi.js";

const address = process.argv[2];
if (!address) {
  console.error("usage: node check.js http://127.0.0.1:<port>");
  process.exit(2);
}

const { check, summary } = checks();
const around = {
  check,
  api: `${address}/sandbox/slack/api/`,
  token: "xoxb-sandbox-not-a-secret",
  appToken: "xapp-sandbox-not-a-secret",
  hands: handsAt(address),
};

await around.hands("rates", { enabled: false });
await checkWebApi(around);
await checkSocketMode(around);
await checkBolt(around);
process.exit(summary() ? 0 : 1);
