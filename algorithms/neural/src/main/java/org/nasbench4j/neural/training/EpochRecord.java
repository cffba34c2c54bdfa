package org.nasbench4j.neural.training;

/**
 * What came out of an epoch.
 *
 * @param epoch from 1
 * @param learningRate of its last step
 * @param trainLoss the mean cross-entropy of its augmented images while it went on, in nats
 * @param trainAccuracy the share of these images that were classified rightly, {@code [0, 1]}
 * @param testAccuracy of the network after the epoch on the test images, {@code [0, 1]}
 * @param seconds of training and test
 */
public record EpochRecord(
    int epoch,
    double learningRate,
    double trainLoss,
    double trainAccuracy,
    double testAccuracy,
    double seconds) {}
