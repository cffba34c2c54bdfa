package org.nasbench4j.random;

/**
 * CPython's generator, as far as published orders and splits need it: {@code random.seed(n)} and
 * {@code random.shuffle(list)} of Python 3. Not thread-safe.
 *
 * <p>Source: Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998, with the authors'
 * initialisation by array of 2002.
 */
public final class PythonRandom {
  private static final int SIZE = 624;
  private static final int OFFSET = 397;

  private final int[] state = new int[SIZE];
  private int used = SIZE;

  /**
   * The state after {@code random.seed(seed)}.
   *
   * @param seed not negative
   * @throws IllegalArgumentException if the seed is negative
   */
  public PythonRandom(int seed) {
    if (seed < 0) {
      throw new IllegalArgumentException("The seed (%d) must be 0 or more.".formatted(seed));
    }
    state[0] = 19_650_218;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1_812_433_253 * folded(i - 1) + i;
    }
    int i = 1;
    for (int step = 0; step < SIZE; step++) {
      state[i] = (state[i] ^ (folded(i - 1) * 1_664_525)) + seed;
      i = following(i);
    }
    for (int step = 1; step < SIZE; step++) {
      state[i] = (state[i] ^ (folded(i - 1) * 1_566_083_941)) - i;
      i = following(i);
    }
    state[0] = 0x8000_0000;
  }

  private int folded(int i) {
    return state[i] ^ (state[i] >>> 30);
  }

  private int following(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /**
   * Shuffles in place, from the end, as {@code random.shuffle(items)} does.
   *
   * @param items what to shuffle
   * @param <T> their type
   */
  public <T> void shuffle(T[] items) {
    for (int i = items.length - 1; i > 0; i--) {
      int j = below(i + 1);
      T item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }

  // A uniform number in {@code [0, bound)}, by rejection.
  private int below(int bound) {
    int shift = Integer.numberOfLeadingZeros(bound);
    int drawn = nextBits() >>> shift;
    while (drawn >= bound) {
      drawn = nextBits() >>> shift;
    }
    return drawn;
  }

  // The next 32 bits.
  int nextBits() {
    if (used == SIZE) {
      twist();
      used = 0;
    }
    int bits = state[used++];
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c_5680;
    bits ^= (bits << 15) & 0xefc6_0000;
    return bits ^ (bits >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int joined = (state[i] & 0x8000_0000) | (state[(i + 1) % SIZE] & 0x7fff_ffff);
      int twisted = (joined >>> 1) ^ ((joined & 1) * 0x9908_b0df);
      state[i] = state[(i + OFFSET) % SIZE] ^ twisted;
    }
  }
}
