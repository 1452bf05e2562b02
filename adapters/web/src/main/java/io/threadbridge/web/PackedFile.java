package io.threadbridge.web;

import io.threadbridge.widget.WidgetFile;

/// A file of the widget, packed once for all requests.
///
/// The tag is a weak one, since the same file goes out zipped and plain.
final class PackedFile {
  final byte[] plain;
  final byte[] zipped;
  final String type;
  final String tag;

  PackedFile(WidgetFile file) {
    this.plain = file.plain();
    this.zipped = file.gzipped();
    this.type = file.contentType();
    this.tag = "W/" + file.entityTag();
  }
}
