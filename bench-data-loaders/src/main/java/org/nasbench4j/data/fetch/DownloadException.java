package org.nasbench4j.data.fetch;

import java.io.IOException;
import java.nio.file.Path;

/** A server did not give what was asked for; says how to get it by hand. */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  DownloadException(RemoteFile file, Path folder, String reason) {
    super(message(file, folder, reason));
  }

  DownloadException(RemoteFile file, Path folder, String reason, Throwable cause) {
    super(message(file, folder, reason), cause);
  }

  private static String message(RemoteFile file, Path folder, String reason) {
    return "%s: %s. By hand: find %s by way of %s, put it into %s, and run this again."
        .formatted(file.address(), reason, file.name(), file.page(), folder.toAbsolutePath());
  }
}
