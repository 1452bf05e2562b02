/// The visitor's side over HTTP, WebSocket and event stream, and the widget's files.
@NullMarked
package io.threadbridge.web;

import org.jspecify.annotations.NullMarked;
