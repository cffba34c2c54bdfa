package org.nasbench4j.neural.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where networks shall run, as it is asked for; whether it is there is known once an {@link
 * EngineSession} is opened.
 *
 * @param kind the kind of device
 * @param number which GPU, from 0; 0 for the others
 */
public record DeviceChoice(Kind kind, int number) {
  private static final Pattern GPU = Pattern.compile("gpu(?::([0-9]{1,3}))?");

  /** The kinds of devices. */
  public enum Kind {
    /** The first GPU if the engine sees one, else the processor. */
    BEST,
    /** The processor. */
    CPU,
    /** A GPU, and nothing instead of it. */
    GPU
  }

  /** Checks the number. */
  public DeviceChoice {
    if (number < 0 || (number > 0 && kind != Kind.GPU)) {
      throw new IllegalArgumentException(
          "The number (%d) of a device must be 0 or, of a GPU, positive.".formatted(number));
    }
  }

  /**
   * The default.
   *
   * @return the first GPU if the engine sees one, else the processor
   */
  public static DeviceChoice best() {
    return new DeviceChoice(Kind.BEST, 0);
  }

  /**
   * The processor.
   *
   * @return the choice
   */
  public static DeviceChoice cpu() {
    return new DeviceChoice(Kind.CPU, 0);
  }

  /**
   * Reads a choice.
   *
   * @param text {@code best}, {@code cpu}, {@code gpu} or {@code gpu:N}
   * @return the choice
   * @throws IllegalArgumentException if the text is anything else
   */
  public static DeviceChoice parse(String text) {
    Matcher gpu = GPU.matcher(text);
    if (gpu.matches()) {
      return new DeviceChoice(Kind.GPU, gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1)));
    }
    return switch (text) {
      case "best" -> best();
      case "cpu" -> cpu();
      default ->
          throw new IllegalArgumentException(
              "The device (%s) must be best, cpu, gpu or gpu:N.".formatted(text));
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case BEST -> "best";
      case CPU -> "cpu";
      case GPU -> "gpu:" + number;
    };
  }
}
