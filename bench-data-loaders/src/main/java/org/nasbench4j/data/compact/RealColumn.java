package org.nasbench4j.data.compact;

import java.util.Objects;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Origin;

/** The mean of the numbers that are present, times a factor; one plane is read as it is. */
final class RealColumn implements Column {

  private final String name;
  private final Rows rows;
  private final RealPlane[] planes;
  private final double factor;
  private final Origin origin;

  RealColumn(String name, Rows rows, RealPlane[] planes, double factor, Origin origin) {
    this.name = name;
    this.rows = rows;
    this.planes = planes;
    this.factor = factor;
    this.origin = origin;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public int rows() {
    return rows.count();
  }

  @Override
  public boolean has(int row) {
    Objects.checkIndex(row, rows.count());
    for (RealPlane plane : planes) {
      if (!Double.isNaN(plane.at(row))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double value(int row) {
    Objects.checkIndex(row, rows.count());
    double sum = 0;
    int count = 0;
    for (RealPlane plane : planes) {
      double value = plane.at(row);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    if (count == 0) {
      throw new MissingRecordException(
          "There is no %s of %s.".formatted(name, rows.architecture(row).text()));
    }
    return sum / count * factor;
  }
}
