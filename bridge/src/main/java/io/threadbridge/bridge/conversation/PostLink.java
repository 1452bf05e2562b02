package io.threadbridge.bridge.conversation;

import java.util.List;

/// Which messages of the transcript stand in one post of the desk; needed for edits, deletes and
/// reactions.
public record PostLink(DeskRef desk, PostRef post, List<Integer> seqs) {}
