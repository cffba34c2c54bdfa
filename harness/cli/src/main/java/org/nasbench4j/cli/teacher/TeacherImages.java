package org.nasbench4j.cli.teacher;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.image.ReducedImages;

/**
 * The images that a teacher is trained and measured on.
 *
 * @param dataset the {@code id} of an {@link ImageDataset}
 * @param train training images
 * @param test test images of the same side
 */
record TeacherImages(String dataset, ImageSet train, ImageSet test) {
  // A side of 0 is that of the data set.
  static TeacherImages read(String dataset, @Nullable Path source, int side) throws IOException {
    ImageDataset wanted = ImageDataset.parse(dataset);
    ImageSet train =
        ReducedImages.to(wanted.train(source), side == 0 ? wanted.kind().side() : side);
    return new TeacherImages(
        wanted.id(), train, ReducedImages.to(wanted.test(source), train.side()));
  }
}
