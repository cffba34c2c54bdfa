package org.nasbench4j.data.fetch;

import java.nio.file.Path;

/**
 * What was asked for.
 *
 * @param file which file
 * @param folder where it is to lie
 */
record Request(RemoteFile file, Path folder) {

  DownloadException failure(String reason) {
    return new DownloadException(file, folder, reason);
  }

  DownloadException failure(String reason, Throwable cause) {
    return new DownloadException(file, folder, reason, cause);
  }
}
