/// Email to visitors who left before they read everything, over SMTP. Knows mail and no rule: when
/// to write, and what, was decided before.
@NullMarked
package io.threadbridge.mail;

import org.jspecify.annotations.NullMarked;
