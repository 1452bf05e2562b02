package io.threadbridge.bench.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a run left behind, before it is judged.
///
/// @param threads of the desk, by the visitor's name
/// @param counters of the sandbox
/// @param length from the first visitor to the last one's going
/// @param sandboxTime how long the sandbox had a processor meanwhile, and so on
/// @param load of the machine over the last minute of the run, everything on it included
record Outcome(
    boolean limited,
    List<Played> played,
    Map<String, List<DeskThread>> threads,
    JsonNode counters,
    Duration length,
    Duration sandboxTime,
    Duration programTime,
    Duration visitorsTime,
    double load) {}
