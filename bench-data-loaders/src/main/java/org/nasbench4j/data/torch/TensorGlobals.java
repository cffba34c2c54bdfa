package org.nasbench4j.data.torch;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.data.pickle.AllowedGlobals;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleTuple;
import org.nasbench4j.data.pickle.PickleValues;

/** What torch's functions that rebuild tensors become here. */
final class TensorGlobals {
  private static final String UTILS = "torch._utils";
  private static final int VIEW = 4;
  private static final int VIEW_AND_HOOKS = 6;

  /** As in torch. */
  private static final int MOST_AXES = 64;

  private TensorGlobals() {}

  static AllowedGlobals allowed() {
    AllowedGlobals globals =
        AllowedGlobals.standard()
            .with(UTILS, "_rebuild_tensor", (arguments, site) -> tensor(arguments, VIEW, site))
            .with(
                UTILS,
                "_rebuild_tensor_v2",
                (arguments, site) -> tensor(arguments, VIEW_AND_HOOKS, site))
            .with(UTILS, "_rebuild_parameter", TensorGlobals::parameter);
    for (StorageType type : StorageType.values()) {
      globals = globals.with("torch", type.className(), type);
    }
    return globals;
  }

  // (storage, offset, shape, strides), then flags and hooks, which are for training.
  private static Object tensor(PickleTuple arguments, int least, PickleSite site) {
    if (arguments.size() < least
        || arguments.size() > least + 1
        || !(arguments.get(0) instanceof Storage storage)
        || !(arguments.get(1) instanceof Long offset)
        || !(arguments.get(2) instanceof PickleTuple shape)
        || !(arguments.get(3) instanceof PickleTuple strides)
        || shape.size() != strides.size()) {
      throw site.malformed("a tensor needs storage, offset, shape and strides");
    }
    return view(storage, offset, lengths(shape, site), lengths(strides, site), site);
  }

  private static List<Long> lengths(PickleTuple tuple, PickleSite site) {
    if (tuple.size() > MOST_AXES) {
      throw site.malformed("a tensor has %d axes".formatted(tuple.size()));
    }
    List<Long> lengths = new ArrayList<>();
    for (Object item : tuple.items()) {
      if (!(item instanceof Long length) || length < 0) {
        throw site.malformed(
            "a shape or stride must be 0 or more, not %s".formatted(PickleValues.describe(item)));
      }
      lengths.add(length);
    }
    return lengths;
  }

  private static StridedTensor view(
      Storage storage, long offset, List<Long> shape, List<Long> strides, PickleSite site) {
    long size = size(shape, storage, site);
    if (offset < 0 || (size > 0 && last(offset, shape, strides, site) >= storage.count())) {
      throw site.malformed(
          "a tensor of shape %s, strides %s and offset %d leaves its storage '%s' of %d elements"
              .formatted(shape, strides, offset, storage.key(), storage.count()));
    }
    return new StridedTensor(
        storage, offset, shape.stream().map(Math::toIntExact).toList(), strides);
  }

  // Checked against the storage, so that no tensor is larger than its file.
  private static long size(List<Long> shape, Storage storage, PickleSite site) {
    boolean isEmpty = shape.contains(0L);
    long limit = isEmpty ? Integer.MAX_VALUE : storage.count();
    long size = 1;
    for (long length : shape) {
      if (length > limit / size) {
        throw site.unsupported(
            "a tensor of shape %s over the %d elements of the storage '%s'"
                .formatted(shape, storage.count(), storage.key()),
            "tensors that repeat no element");
      }
      size *= Math.max(1, length);
    }
    return isEmpty ? 0 : size;
  }

  // The place of the last element.
  private static long last(long offset, List<Long> shape, List<Long> strides, PickleSite site) {
    try {
      long last = offset;
      for (int axis = 0; axis < shape.size(); axis++) {
        last = Math.addExact(last, Math.multiplyExact(shape.get(axis) - 1, strides.get(axis)));
      }
      return last;
    } catch (ArithmeticException e) {
      throw site.malformed("the strides %s of a tensor are beyond any file".formatted(strides));
    }
  }

  // (tensor, requires_grad, hooks).
  private static Object parameter(PickleTuple arguments, PickleSite site) {
    if (arguments.size() >= 1 && arguments.get(0) instanceof StridedTensor tensor) {
      return tensor;
    }
    throw site.malformed("a parameter needs a tensor");
  }
}
