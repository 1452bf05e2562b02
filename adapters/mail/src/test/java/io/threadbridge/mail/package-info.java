/// Mail against a real server in the test, and against one that behaves badly.
@NullMarked
package io.threadbridge.mail;

import org.jspecify.annotations.NullMarked;
