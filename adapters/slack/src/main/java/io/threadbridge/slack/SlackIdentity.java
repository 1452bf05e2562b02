package io.threadbridge.slack;

/// Who we are in the workspace, from `auth.test`.
record SlackIdentity(String team, String user, String bot) {}
