/// The bridge's words per language, as ICU messages in one file each; the rules know only keys and
/// arguments. A language is added by adding its file and naming it in `texts/index.txt`.
@NullMarked
package io.threadbridge.texts;

import org.jspecify.annotations.NullMarked;
