/// What is counted of conversations, and how it is read: plain values without a word or a person,
/// and as pure as the rules.
@NullMarked
package io.threadbridge.bridge.figures;

import org.jspecify.annotations.NullMarked;
