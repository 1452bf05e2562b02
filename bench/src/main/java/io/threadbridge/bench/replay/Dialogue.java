package io.threadbridge.bench.replay;

import java.util.List;

/// What one customer said, line by line, as recorded.
///
/// @param id the data's own name for it
/// @param lines never empty; each with something to read in it
record Dialogue(String id, List<String> lines) {}
