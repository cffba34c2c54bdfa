package org.nasbench4j.data.pandas;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleWriter;
import org.nasbench4j.data.pickle.PickleWriter.Tuple;

/**
 * Writes pickled DataFrames of an int column, a text column and columns of floats, as pandas does:
 * its tables, axes and blocks are described in its published code.
 */
public final class FrameFile {
  private final List<Object> numbers;
  private final List<Object> texts;
  private final List<String> names;

  /** By column, then by row. */
  private final double[][] floats;

  /** How pandas lays a table out. */
  public enum Layout {
    /** Up to pandas 1.2: made empty, with a state that has every array twice. */
    OLD,
    /** From pandas 1.3 on: made of its blocks. */
    NEW
  }

  /** Which of two axes of an array comes first. */
  public enum Order {
    C,
    F
  }

  public FrameFile(
      List<Object> numbers, List<Object> texts, List<String> names, double[][] floats) {
    this.numbers = numbers;
    this.texts = texts;
    this.names = names;
    this.floats = floats;
  }

  private int rows() {
    return numbers.size();
  }

  public byte[] write(Layout layout, Order order) {
    PickleWriter out = new PickleWriter().code(0x80, 5);
    out.global("pandas.core.frame", "DataFrame").ascii(")").code(0x81);
    out.ascii("}(").text(layout == Layout.OLD ? "_data" : "_mgr");
    out.global("pandas.core.internals.managers", "BlockManager");
    if (layout == Layout.OLD) {
      old(out, order);
    } else {
      modern(out, order);
    }
    out.text("_typ").text("dataframe").text("_metadata").ascii("]").text("attrs").ascii("}");
    return out.ascii("ub").stop();
  }

  private void modern(PickleWriter out, Order order) {
    out.ascii("((");
    block(out);
    numbers(out);
    slice(out, 0, 1).code('K', 2).ascii("tR");
    block(out);
    texts(out);
    slice(out, 1, 2).code('K', 2).ascii("tR");
    block(out);
    floats(out, order);
    slice(out, 2, 2 + floats.length).code('K', 2).ascii("tR");
    out.ascii("t](");
    columns(out);
    range(out);
    out.ascii("etR");
  }

  private static void block(PickleWriter out) {
    out.global("pandas._libs.internals", "_unpickle_block").ascii("(");
  }

  private static PickleWriter slice(PickleWriter out, int start, int stop) {
    return out.global("builtins", "slice").value(Tuple.of(start, stop, 1)).ascii("R");
  }

  private void old(PickleWriter out, Order order) {
    out.ascii(")").code(0x81).ascii("(](");
    columns(out);
    range(out);
    out.ascii("e").note("axes").ascii("](");
    numbers(out);
    out.note("numbers");
    texts(out);
    out.note("texts");
    floats(out, order);
    out.note("floats").ascii("e](");
    columns(out);
    out.ascii("e}").text("0.14.1").ascii("}(").text("axes").again("axes").text("blocks");
    out.ascii("](");
    oldBlock(out, "numbers", 0, 1);
    oldBlock(out, "texts", 1, 2);
    oldBlock(out, "floats", 2, 2 + floats.length);
    out.ascii("eustb");
  }

  private static void oldBlock(PickleWriter out, String name, int start, int stop) {
    out.ascii("}(").text("values").again(name).text("mgr_locs");
    slice(out, start, stop).ascii("u");
  }

  private void columns(PickleWriter out) {
    out.global("pandas.core.indexes.base", "_new_Index").ascii("(");
    out.global("pandas.core.indexes.base", "Index").ascii("}(").text("data");
    objects(out, Tuple.of(2 + names.size()), allNames());
    out.text("name").value(PickleNone.NONE).ascii("utR");
  }

  private List<Object> allNames() {
    return Stream.concat(Stream.of("arch", "cellstr"), names.stream())
        .map(Object.class::cast)
        .toList();
  }

  private void range(PickleWriter out) {
    out.global("pandas.core.indexes.base", "_new_Index").ascii("(");
    out.global("pandas.core.indexes.range", "RangeIndex").ascii("}(");
    out.text("name").value(PickleNone.NONE).text("start").value(0).text("stop").value(rows());
    out.text("step").value(1).ascii("utR");
  }

  private void texts(PickleWriter out) {
    objects(out, Tuple.of(1, rows()), texts);
  }

  private static void objects(PickleWriter out, Tuple shape, List<Object> items) {
    out.global("numpy.core.multiarray", "_reconstruct").ascii("(");
    out.global("numpy", "ndarray").value(Tuple.of(0)).code('C', 1, 'b').ascii("tR(").value(1);
    dtype(out.value(shape), "O8", "|");
    out.value(false).value(items).ascii("tb");
  }

  private static void dtype(PickleWriter out, String code, String order) {
    out.global("numpy", "dtype").value(Tuple.of(code, false, true)).ascii("R");
    Object none = PickleNone.NONE;
    out.value(Tuple.of(3, order, none, none, none, -1, -1, 0)).ascii("b");
  }

  private void numbers(PickleWriter out) {
    byte[] bytes = new byte[rows() * Long.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    numbers.forEach(number -> buffer.putLong(((Number) number).longValue()));
    fromBuffer(out, bytes, "i8", Tuple.of(1, rows()), "C");
  }

  private void floats(PickleWriter out, Order order) {
    byte[] bytes = new byte[floats.length * rows() * Double.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < floats.length * rows(); i++) {
      buffer.putDouble(
          order == Order.C
              ? floats[i / rows()][i % rows()]
              : floats[i % floats.length][i / floats.length]);
    }
    fromBuffer(out, bytes, "f8", Tuple.of(floats.length, rows()), order.name());
  }

  private static void fromBuffer(
      PickleWriter out, byte[] bytes, String type, Tuple shape, String order) {
    out.global("numpy.core.numeric", "_frombuffer").ascii("(").code(0x96);
    out.littleEndian(bytes.length, Long.BYTES).bytes(bytes);
    dtype(out, type, "<");
    out.value(shape).text(order).ascii("tR");
  }
}
