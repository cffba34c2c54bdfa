package org.nasbench4j.data.naslib;

import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.data.number.AnswerShare;
import org.nasbench4j.data.pickle.PickleDict;
import org.nasbench4j.data.pickle.PickleList;
import org.nasbench4j.data.pickle.PickleNone;
import org.nasbench4j.data.pickle.PickleSite;
import org.nasbench4j.data.pickle.PickleValues;
import org.nasbench4j.table.MalformedTableException;

/** Reads the dict of one training, checking every value. */
final class CurveReader {
  /** The length of the schedule. */
  static final int EPOCHS = 200;

  /** How far valid and test together may be from valid+test, in points: they are rounded apart. */
  private static final double END_TOLERANCE = 0.1;

  private static final double MILLION = 1e6;

  private final PickleSite site;
  private final String where;
  private final CurveSet set;
  private final PickleDict dict;

  /**
   * Creates a reader.
   *
   * @param site where the record starts
   * @param where names the training in errors
   * @param set whose training it is
   * @param dict its values
   */
  CurveReader(PickleSite site, String where, CurveSet set, PickleDict dict) {
    this.site = site;
    this.where = where;
    this.set = set;
    this.dict = dict;
  }

  Curve read() {
    List<Object> accuracies = list("eval_acc1es");
    List<Object> losses = list("eval_losses");
    requireLength("eval_acc1es", accuracies, set.atTheEnd().size());
    requireLength("eval_losses", losses, set.atTheEnd().size());
    if (accuracies.size() != losses.size()) {
      throw malformed(
          "eval_acc1es has %d values and eval_losses %d"
              .formatted(accuracies.size(), losses.size()));
    }
    List<Curve.Values> end = new ArrayList<>();
    for (int i = EPOCHS; i < accuracies.size(); i++) {
      end.add(
          values(
              accuracies.subList(i, i + 1),
              losses.subList(i, i + 1),
              set.atTheEnd().get(i - EPOCHS)));
    }
    Curve curve = new Curve(trained(), everyEpoch(accuracies, losses), end, cost());
    if (set.endIsWhole() && !end.isEmpty()) {
      requireParts(curve);
    }
    return curve;
  }

  private Curve.Values trained() {
    List<Object> accuracies = list("train_acc1es");
    List<Object> losses = list("train_losses");
    requireLength("train_acc1es", accuracies, 0);
    requireLength("train_losses", losses, 0);
    return values(accuracies, losses, set.trained());
  }

  private Curve.Values everyEpoch(List<Object> accuracies, List<Object> losses) {
    return values(accuracies.subList(0, EPOCHS), losses.subList(0, EPOCHS), set.everyEpoch());
  }

  private Curve.Values values(
      List<Object> accuracies, List<Object> losses, CurveSet.Images images) {
    int[] correct = new int[accuracies.size()];
    float[] loss = new float[accuracies.size()];
    for (int epoch = 0; epoch < correct.length; epoch++) {
      correct[epoch] = correct(accuracies.get(epoch), images);
      loss[epoch] = loss(losses.get(epoch), images);
    }
    return new Curve.Values(correct, loss);
  }

  private int correct(Object value, CurveSet.Images images) {
    double percent = number("an accuracy of " + images.split(), value);
    AnswerShare share = AnswerShare.ofPercent(percent, images.count());
    return share
        .correct()
        .orElseThrow(
            () ->
                malformed(
                    "an accuracy of %s is %s %%, which is %s of %d images; a whole number is needed"
                        .formatted(
                            images.split(),
                            PickleValues.describe(value),
                            share.exact(),
                            share.answers())));
  }

  private float loss(Object value, CurveSet.Images images) {
    double loss = number("a loss of " + images.split(), value);
    if (loss < 0) {
      throw malformed("a loss of %s is %s".formatted(images.split(), loss));
    }
    return (float) loss;
  }

  private void requireParts(Curve curve) {
    int whole = curve.evaluated().correct()[EPOCHS - 1];
    int parts = curve.end().stream().mapToInt(values -> values.correct()[0]).sum();
    if (Math.abs(whole - parts) > END_TOLERANCE / 100 * set.everyEpoch().count()) {
      throw malformed(
          "valid and test have %d correct answers together, but valid+test has %d"
              .formatted(parts, whole));
    }
  }

  private CurveCost cost() {
    if (!(get("cost_info") instanceof PickleDict info)) {
      throw malformed("cost_info must be a dict");
    }
    return new CurveCost(
        Math.rint(positive(info, "params") * MILLION),
        positive(info, "flops"),
        latency(info),
        positive(info, "train_time"));
  }

  // As in NATS-Bench's own reader, only positive values count.
  private double latency(PickleDict info) {
    Object value = info.get("latency").orElse(PickleNone.NONE);
    double latency = value == PickleNone.NONE ? Double.NaN : number("latency", value);
    return latency > 0 ? latency : Double.NaN;
  }

  private double positive(PickleDict info, String key) {
    Object value = info.get(key).orElseThrow(() -> malformed("cost_info has no %s".formatted(key)));
    double number = number(key, value);
    if (!(number > 0) || Double.isInfinite(number)) {
      throw malformed("%s is %s; it must be positive".formatted(key, number));
    }
    return number;
  }

  private List<Object> list(String key) {
    if (get(key) instanceof PickleList list) {
      return list.items();
    }
    throw malformed("%s must be a list, not %s".formatted(key, PickleValues.describe(get(key))));
  }

  private void requireLength(String key, List<Object> values, int more) {
    if (values.size() != EPOCHS && values.size() != EPOCHS + more) {
      throw malformed(
          "%s has %d values; it must have %d%s"
              .formatted(
                  key, values.size(), EPOCHS, more == 0 ? "" : " or %d".formatted(EPOCHS + more)));
    }
  }

  private Object get(String key) {
    return dict.get(key).orElseThrow(() -> malformed("%s is missing".formatted(key)));
  }

  private double number(String what, Object value) {
    if (value instanceof Double || value instanceof Long) {
      return ((Number) value).doubleValue();
    }
    throw malformed("%s must be a number, not %s".formatted(what, PickleValues.describe(value)));
  }

  private MalformedTableException malformed(String reason) {
    return site.malformed("%s: %s".formatted(where, reason));
  }
}
