package org.nasbench4j.training;

import java.util.List;

/**
 * The trainings of one architecture, which stands for all that compute the same function.
 *
 * @param architecture the official index of the representative
 * @param schedules in the order of the header
 */
public record TrainedArchitecture(int architecture, List<TrainedSchedule> schedules) {

  /** Copies the list. */
  public TrainedArchitecture {
    schedules = List.copyOf(schedules);
  }
}
