package org.nasbench4j.cli.table;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nasbench4j.cli.option.CacheFolder;
import org.nasbench4j.cli.option.OverwriteOption;
import org.nasbench4j.cli.program.ExitCode;
import org.nasbench4j.data.fetch.Checksum;
import org.nasbench4j.data.fetch.Download;
import org.nasbench4j.data.fetch.Publication;
import org.nasbench4j.data.fetch.RemoteFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nasbench fetch}. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = "Downloads a published benchmark, checks it and makes a table of it.",
    footer = {
      "",
      "What came before a connection broke is kept; the same command again goes on. A file that lies"
          + " in the folder under its published name is checked and not downloaded.",
      "",
      "Exit codes: 3 the file is not the published one, 4 it could not be fetched or written.",
      "",
      "Example: nasbench fetch nb101-108 && nasbench table info nb101-108",
      "Example: nasbench fetch nats-tss --out data --no-import"
    })
public final class FetchCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "What to fetch: ${COMPLETION-CANDIDATES}.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "The folder for the file and for the table, NAME.h5.",
        "Default: the user's cache folder, where tables are found by name."
      })
  private @Nullable Path out;

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      description = "Where the file is, if not at the official address: a mirror.")
  private @Nullable URI mirror;

  @Option(names = "--no-import", description = "Fetch the file and make no table.")
  private boolean fetchOnly;

  @Mixin private OverwriteOption overwrite = new OverwriteOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The names of the publications, for the help text. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      Arrays.stream(Publication.values()).map(Publication::id).forEach(this::add);
    }
  }

  @Override
  public Integer call() throws IOException {
    Publication publication = Publication.parse(name);
    Path folder = out == null ? CacheFolder.path() : out;
    Path table = folder.resolve(publication.id() + ".h5");
    if (!fetchOnly) {
      overwrite.requireFree(table, List.of());
    }
    Path file = fetch(publication, folder);
    if (!fetchOnly) {
      TableImport.run(new Formats().of(file), file, table, err());
    }
    return ExitCode.DONE.code();
  }

  private Path fetch(Publication publication, Path folder) throws IOException {
    RemoteFile file = mirror == null ? publication.file() : publication.at(mirror);
    announce(publication, file, folder);
    Path fetched;
    try (SourceProgress progress = new SourceProgress("Fetching " + publication.id())) {
      fetched = Download.overHttp().fetch(file, folder, progress);
    }
    err().println("%s: %s".formatted(fetched, verdict(file.checksum())));
    return fetched;
  }

  private void announce(Publication publication, RemoteFile file, Path folder) {
    if (Files.exists(folder.resolve(file.name()))) {
      err().println("%s is in %s already: checking it".formatted(file.name(), folder));
      return;
    }
    err()
        .println(
            "Fetching %s (%s) from %s".formatted(file.name(), publication.size(), file.address()));
    if (mirror == null) {
      err().println(publication.caution());
    }
  }

  private static String verdict(Checksum checksum) {
    return checksum.isWhole()
        ? "as published (%s).".formatted(checksum)
        : "as published, as far as that is known (%s).".formatted(checksum);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
