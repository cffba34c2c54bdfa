package org.nasbench4j.cli.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.image.ImageDataset;
import org.nasbench4j.cli.image.TableImages;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.data.image.IdxImages;
import org.nasbench4j.image.ImageSet;
import org.nasbench4j.neural.benchmark.BenchmarkRecipe;
import org.nasbench4j.neural.benchmark.ImageSelection;
import org.nasbench4j.neural.benchmark.TableOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nasbench table images}. */
@Command(
    name = "images",
    mixinStandardHelpOptions = true,
    description = "Writes the images that a table is trained on, as four IDX files.",
    footer = {
      "",
      "Example: nasbench table images --out fashion-mnist-14",
      "",
      "The training images come first in train-images-idx3-ubyte.gz, those that validate behind"
          + " them; t10k-images-idx3-ubyte.gz has those that test. Equal options write equal bytes."
    })
final class TableImagesCommand implements Callable<Integer> {

  @Option(
      names = "--images",
      paramLabel = "PATH",
      description =
          "The folder with the four files of Fashion-MNIST. Default: the images that come with the"
              + " program, if they are enough.")
  private @Nullable Path images;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the files go; must not exist or be empty.")
  private Path out = Path.of("");

  @Mixin private SelectionOptions options = new SelectionOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ImageSelection selection = options.selection(BenchmarkRecipe.preset("micro").images(), null);
    TableImages source = TableImages.read(ImageDataset.FASHION_MNIST, images, selection);
    int count = selection.training() + selection.evaluation();
    ImageSet train = TableOrder.part(source.train(), 0, count);
    ImageSet test = TableOrder.part(source.test(), 0, selection.evaluation());
    requireEmpty();
    Files.createDirectories(out);
    write(train, "train");
    write(test, "t10k");
    spec.commandLine()
        .getErr()
        .println(
            "Wrote %d training and %d test images to %s."
                .formatted(train.size(), test.size(), out));
    return ExitCode.DONE.code();
  }

  private void write(ImageSet set, String split) throws IOException {
    IdxImages.write(
        set,
        out.resolve(split + "-images-idx3-ubyte.gz"),
        out.resolve(split + "-labels-idx1-ubyte.gz"));
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    try (var files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "The folder (%s) is not empty. Name another by --out.".formatted(out));
      }
    }
  }
}
