package org.nasbench4j.neural.rmi;

import ai.djl.ndarray.NDManager;
import java.util.random.RandomGenerator;
import org.nasbench4j.neural.network.Nb101Network;
import org.nasbench4j.neural.network.Nb201Network;
import org.nasbench4j.neural.network.TrainableNetwork;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.space.nb101.Nb101Shape;
import org.nasbench4j.space.nb201.Nb201Cell;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.space.nb201.NetworkShape;

/**
 * The networks of a search space, as far as scoring needs to know them. Implementations are
 * thread-safe.
 *
 * @param <A> an architecture
 */
public interface CandidateNetworks<A> {

  /**
   * Builds a fresh network whose classes and channels are those of the batch that it is scored on.
   *
   * @param manager owns the network's arrays, and closes them
   * @param architecture what is scored
   * @param random draws the weights
   * @return the network, without anything that its output does not depend on
   */
  TrainableNetwork build(NDManager manager, A architecture, RandomGenerator random);

  /**
   * What the seed of the weights is derived from.
   *
   * @param architecture what is scored
   * @return the same for all that are to start from the same weights, without line breaks
   */
  String name(A architecture);

  /**
   * The networks of NAS-Bench-201, named by their official index.
   *
   * @param settings the size of the networks
   * @param batch what they are scored on
   * @return the networks
   * @throws IllegalArgumentException if the size is out of range
   */
  static CandidateNetworks<Nb201Cell> nb201(RmiSettings settings, RmiBatch batch) {
    NetworkShape shape = settings.shape(batch.classes(), batch.side());
    int channels = batch.channels();
    Nb201Space space = new Nb201Space();
    return new CandidateNetworks<>() {
      @Override
      public Nb201Network build(NDManager manager, Nb201Cell cell, RandomGenerator random) {
        return Nb201Network.of(manager, cell, shape, channels, random);
      }

      @Override
      public String name(Nb201Cell cell) {
        return String.valueOf(space.index(cell));
      }
    };
  }

  /**
   * The networks of NAS-Bench-101, named by their hash, with the channels of the settings in the
   * stem and as many modules in each stack as the settings have cells in a stage.
   *
   * <p>Isomorphic modules start from one seed but not from the same weights, unless they are
   * written alike after pruning: of a class, score one and the same.
   *
   * @param settings the size of the networks
   * @param batch what they are scored on
   * @return the networks
   * @throws IllegalArgumentException if the size is out of range
   */
  static CandidateNetworks<Nb101Module> nb101(RmiSettings settings, RmiBatch batch) {
    Nb101Shape shape =
        new Nb101Shape(
            settings.channels(), settings.cellsPerStage(), batch.classes(), batch.side());
    int channels = batch.channels();
    return new CandidateNetworks<>() {
      @Override
      public Nb101Network build(NDManager manager, Nb101Module module, RandomGenerator random) {
        return Nb101Network.of(manager, module, shape, channels, random);
      }

      @Override
      public String name(Nb101Module module) {
        return module.canonical();
      }
    };
  }
}
