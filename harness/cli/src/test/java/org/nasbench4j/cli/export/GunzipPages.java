package org.nasbench4j.cli.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Reads pages that were compressed by gzip, without Hadoop. */
final class GunzipPages
    implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    throw new UnsupportedOperationException("Only reads.");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    if (name != CompressionCodecName.GZIP) {
      throw new IllegalArgumentException("Pages are compressed by " + name);
    }
    return this;
  }

  @Override
  public BytesInput decompress(BytesInput page, int length) throws IOException {
    return BytesInput.from(unpacked(page.toInputStream(), length));
  }

  @Override
  public void decompress(ByteBuffer in, int packed, ByteBuffer out, int length) throws IOException {
    byte[] page = new byte[packed];
    in.get(page);
    out.put(unpacked(new ByteArrayInputStream(page), length));
  }

  private static byte[] unpacked(InputStream page, int length) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(page)) {
      return in.readNBytes(length);
    }
  }

  @Override
  public void release() {
    // Nothing is held.
  }
}
