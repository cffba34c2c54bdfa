package org.nasbench4j.space.nb101;

/**
 * The size of the network that a module is built into: a stem, three stacks of modules with max
 * pooling between them that halves the side (rounded up) while the channels double, and a linear
 * layer.
 *
 * @param channels the channels of the stem and of the first stack, {@code [5, 1024]}: five vertices
 *     may share them
 * @param modulesPerStack how often each stack repeats the module, {@code [1, 100]}
 * @param classes the outputs of the linear layer, {@code [1, 100000]}
 * @param side the height and width of the input images, {@code [1, 1024]} pixels
 */
public record Nb101Shape(int channels, int modulesPerStack, int classes, int side) {

  /** The number of stacks. */
  public static final int STACKS = 3;

  private static final int LEAST_CHANNELS = Nb101Module.MAX_VERTICES - 2;
  private static final int PUBLISHED_CHANNELS = 128;
  private static final int PUBLISHED_MODULES = 3;
  private static final int CIFAR_CLASSES = 10;
  private static final int CIFAR_SIDE = 32;

  /** Checks the ranges, within which every count fits a long. */
  public Nb101Shape {
    check("channels", channels, LEAST_CHANNELS, 1_024);
    check("modules per stack", modulesPerStack, 1, 100);
    check("classes", classes, 1, 100_000);
    check("image side", side, 1, 1_024);
  }

  private static void check(String name, int value, int least, int greatest) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          "The network's %s (%d) must be %d to %d.".formatted(name, value, least, greatest));
    }
  }

  /**
   * The shape that NAS-Bench-101 trained on CIFAR-10: 128 channels and three modules in each stack.
   *
   * @return the shape
   */
  public static Nb101Shape published() {
    return new Nb101Shape(PUBLISHED_CHANNELS, PUBLISHED_MODULES, CIFAR_CLASSES, CIFAR_SIDE);
  }

  /**
   * The channels of a stack.
   *
   * @param stack {@code [0, 2]}
   * @return {@link #channels} doubled {@code stack} times
   * @throws IllegalArgumentException if the stack is out of range
   */
  public int channels(int stack) {
    return channels << checkedStack(stack);
  }

  /**
   * The side of the feature maps of a stack.
   *
   * @param stack {@code [0, 2]}
   * @return {@link #side} halved {@code stack} times, each time rounded up
   * @throws IllegalArgumentException if the stack is out of range
   */
  public int side(int stack) {
    int scale = 1 << checkedStack(stack);
    return (side + scale - 1) / scale;
  }

  private static int checkedStack(int stack) {
    if (stack < 0 || stack >= STACKS) {
      throw new IllegalArgumentException("The stack (%d) must be 0 to 2.".formatted(stack));
    }
    return stack;
  }
}
