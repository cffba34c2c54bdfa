package org.nasbench4j.data.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;

/** Writes torch checkpoints for tests, in both containers, valid ones and broken ones. */
final class TorchFile {
  private static final int[] MAGIC = {0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19};

  private final Map<String, StorageData> storages = new LinkedHashMap<>();
  private final List<View> views = new ArrayList<>();

  /** What a storage announces and what it holds. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record StorageData(String type, long count, byte[] bytes) {}

  /** One tensor. */
  private record View(
      String name, String key, long offset, List<Object> shape, List<Object> strides) {}

  /** The containers that torch writes. */
  enum Container {
    LEGACY {
      @Override
      byte[] bytes(TorchFile file) {
        return file.legacy();
      }
    },
    ZIP {
      @Override
      byte[] bytes(TorchFile file) {
        return zip(file.entries(), ZipEntry.STORED);
      }
    };

    abstract byte[] bytes(TorchFile file);
  }

  TorchFile storage(String key, String type, long count, byte[] bytes) {
    storages.put(key, new StorageData(type, count, bytes));
    return this;
  }

  TorchFile floats(String key, float... values) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer out = littleEndian(bytes);
    for (float value : values) {
      out.putFloat(value);
    }
    return storage(key, "FloatStorage", values.length, bytes);
  }

  static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  TorchFile tensor(String name, String key, long offset, List<Object> shape, List<Object> strides) {
    views.add(new View(name, key, offset, shape, strides));
    return this;
  }

  /** A contiguous tensor of a storage of its own. */
  TorchFile vector(String name, float... values) {
    return floats(name, values).tensor(name, name, 0, List.of((long) values.length), List.of(1L));
  }

  /** The object: {@code {'epoch': 3, 'state_dict': OrderedDict(tensors)}}. */
  byte[] object() {
    PickleWriter out = PickleWriter.start().ascii("}(").text("epoch").value(3L).text("state_dict");
    state(out);
    return out.ascii("u").stop();
  }

  private void state(PickleWriter out) {
    out.global("collections", "OrderedDict").ascii(")R(");
    for (View view : views) {
      tensor(out.text(view.name), view);
    }
    out.ascii("u").value(Map.of("_metadata", Map.of("", Map.of("version", 1L)))).ascii("b");
  }

  private void tensor(PickleWriter out, View view) {
    StorageData storage = storages.get(view.key);
    if (storage == null) {
      throw new IllegalArgumentException(view.key);
    }
    out.global("torch._utils", "_rebuild_tensor_v2").ascii("((").text("storage");
    out.global("torch", storage.type).text(view.key).text("cpu").value(storage.count);
    out.value(PickleNone.NONE).ascii("tQ").value(view.offset);
    out.value(new Tuple(view.shape)).value(new Tuple(view.strides)).value(false);
    out.global("collections", "OrderedDict").ascii(")RtR");
  }

  byte[] legacy() {
    return legacy(object());
  }

  byte[] legacy(byte[] object) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PickleWriter.start().code(0x8a, MAGIC.length).code(MAGIC).stop());
    out.writeBytes(PickleWriter.pickle(1001L));
    out.writeBytes(PickleWriter.pickle(Map.of("little_endian", true)));
    out.writeBytes(object);
    out.writeBytes(PickleWriter.pickle(List.copyOf(storages.keySet())));
    for (StorageData storage : storages.values()) {
      byte[] count = new byte[Long.BYTES];
      littleEndian(count).putLong(storage.count);
      out.writeBytes(count);
      out.writeBytes(storage.bytes);
    }
    return out.toByteArray();
  }

  Map<String, byte[]> entries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("archive/data.pkl", object());
    entries.put("archive/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    storages.forEach((key, storage) -> entries.put("archive/data/" + key, storage.bytes));
    return entries;
  }

  static byte[] zip(Map<String, byte[]> entries, int method) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(entry(each.getKey(), each.getValue(), method));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] bytes, int method) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(method);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
