package org.nasbench4j.neural.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.nasbench4j.proxy.EngineMissingException;

/**
 * The one owner of the native engine's settings and gradients; everything that runs networks asks a
 * session.
 *
 * <p>The engine works with one thread of its own, so that results do not depend on the number of
 * processors, and each worker thread runs its own networks beside the others. Gradients are
 * recorded and computed on the worker's thread, without DJL's collector, of which a process may
 * open only one. No session opens a network connection: natives come from the class path. Its
 * methods may be called from any thread.
 */
public final class EngineSession {
  private static final String ENGINE = "PyTorch";

  private final Engine engine;
  private final Device device;

  private EngineSession(Engine engine, Device device) {
    this.engine = engine;
    this.device = device;
  }

  /**
   * Loads the engine, which takes about half a second, or seven where its natives are unpacked for
   * the first time.
   *
   * @param choice where networks shall run
   * @return the session; it holds nothing that must be closed
   * @throws EngineMissingException if the engine cannot be loaded, or does not see the device
   */
  public static EngineSession open(DeviceChoice choice) {
    Engine engine = engine();
    return new EngineSession(engine, device(engine, choice));
  }

  private static Engine engine() {
    // Read by the engine when it is first used; several are settable only once in a process.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    try {
      return Engine.getEngine(ENGINE);
    } catch (EngineException | IllegalArgumentException | LinkageError e) {
      throw new EngineMissingException(
          "The engine (PyTorch) cannot be loaded on %s %s: %s Build with the natives of this platform (docs/gpu.md)."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), reason(e)),
          e);
    }
  }

  private static String reason(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String message = String.valueOf(last.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  private static Device device(Engine engine, DeviceChoice choice) {
    // The count alone speaks of the driver: natives for the processor see GPUs that they cannot
    // use.
    int gpus = engine.hasCapability(StandardCapabilities.CUDA) ? engine.getGpuCount() : 0;
    return switch (choice.kind()) {
      case CPU -> Device.cpu();
      case BEST -> gpus > 0 ? Device.gpu(0) : Device.cpu();
      case GPU -> {
        if (choice.number() >= gpus) {
          throw new EngineMissingException(
              "The device (%s) is not there: the engine sees %d GPUs. Use --device cpu, or see docs/gpu.md."
                  .formatted(choice, gpus));
        }
        yield Device.gpu(choice.number());
      }
    };
  }

  /**
   * A home for arrays on this session's device. What is not closed with it lives as long as the
   * process.
   *
   * @return a new manager, to be closed by the caller
   */
  public NDManager newManager() {
    return engine.newBaseManager(device);
  }

  /**
   * Runs work whose operations are recorded for {@link #backward}.
   *
   * @param <T> what the work returns
   * @param work runs on this thread
   * @return what the work returned
   */
  public <T> T withGradients(Supplier<T> work) {
    return inMode(true, work);
  }

  /**
   * Runs work of which nothing is recorded.
   *
   * @param <T> what the work returns
   * @param work runs on this thread
   * @return what the work returned
   */
  public <T> T withoutGradients(Supplier<T> work) {
    return inMode(false, work);
  }

  // The mode belongs to the thread: on in new threads, off in the one that loaded the engine.
  private static <T> T inMode(boolean recording, Supplier<T> work) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(recording);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /**
   * Adds the gradients of a number to all arrays that require them, and forgets how it was
   * computed.
   *
   * @param loss a single number, computed on this thread within {@link #withGradients}
   */
  public void backward(NDArray loss) {
    try (NDArray one = loss.onesLike()) {
      JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }
  }

  /**
   * Measures what work on this thread costs. On the processor it counts the thread's own time
   * there, so that other jobs of the machine do not make a score dearer; the engine works on the
   * thread that calls it. On a GPU, and where threads are not measured, it counts the time that
   * passes.
   *
   * @return nanoseconds, of which only differences on one thread mean something
   */
  public LongSupplier workClock() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return device.isGpu() || !threads.isCurrentThreadCpuTimeSupported()
        ? System::nanoTime
        : threads::getCurrentThreadCpuTime;
  }

  /**
   * What ran the networks, for the record of a score.
   *
   * @return for example {@code PyTorch 2.7.1, DJL 0.35.1, cpu, 1 thread}
   */
  public String description() {
    return "%s %s, DJL %s, %s, %d thread"
        .formatted(
            engine.getEngineName(),
            engine.getVersion(),
            Engine.getDjlVersion(),
            device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu",
            JniUtils.getNumThreads());
  }
}
