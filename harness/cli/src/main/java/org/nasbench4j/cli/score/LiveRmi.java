package org.nasbench4j.cli.score;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasbench4j.journal.ResultJournal;
import org.nasbench4j.proxy.Proxy;
import org.nasbench4j.proxy.ProxyCatalog;
import org.nasbench4j.proxy.ProxyProvider;
import org.nasbench4j.score.LiveScores;
import org.nasbench4j.score.ScoreHeader;
import org.nasbench4j.score.ScoreJournal;
import org.nasbench4j.space.SearchSpace;
import org.nasbench4j.space.nb201.FunctionClasses;
import org.nasbench4j.space.nb201.Nb201Space;
import org.nasbench4j.table.DatasetId;

/** The scores of a score file as a proxy that computes what the file lacks. */
public final class LiveRmi implements Closeable {
  private static final String PREFIX = "rmi-";

  private final ScoreJournal journal;
  private final ProxyProvider provider;

  private LiveRmi(ScoreJournal journal, ProxyProvider provider) {
    this.journal = journal;
    this.provider = provider;
  }

  /**
   * Opens the journal of a score file and gets ready to score as it was begun.
   *
   * @param scoreFile the file that the journal stands beside
   * @param options where to compute, on which images and with which reference network
   * @return the scores, to be closed
   * @throws IllegalArgumentException if the journal is not of RMI, or was begun with other images,
   *     another reference network or another engine
   * @throws IOException if the journal, the images or the network cannot be read
   */
  public static LiveRmi open(Path scoreFile, LiveOptions options) throws IOException {
    Path file = ResultJournal.beside(scoreFile);
    ScoreHeader begun = ScoreJournal.headerOf(file);
    if (!begun.name().startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "The scores (%s) of (%s) cannot be computed live; only those of RMI can."
              .formatted(begun.name(), file));
    }
    Scoring scoring =
        RmiScoring.of(
            new ScoringRequest(
                begun.name().substring(PREFIX.length()),
                null,
                Long.parseLong(setting(begun, "seed")),
                Integer.parseInt(setting(begun, "inits")),
                options.device(),
                options.images(),
                options.teacher()));
    ScoreJournal journal = ScoreJournal.open(file, scoring.header());
    Nb201Space cells = new Nb201Space();
    FunctionClasses classes = new FunctionClasses(cells);
    LiveScores scores =
        new LiveScores(
            scoring.header(),
            journal,
            scoring.scorer(),
            cell -> cells.index(classes.representativeOf(cells.cell(cell))),
            options.workers(),
            options.progress());
    return new LiveRmi(journal, new Provider(scoring.header(), scores));
  }

  private static String setting(ScoreHeader header, String name) {
    String value = header.settings().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "The scores (%s) do not say their (%s).".formatted(header.name(), name));
    }
    return value;
  }

  /**
   * The proxies of the class path and this one.
   *
   * @return a new catalog
   */
  public ProxyCatalog catalog() {
    List<ProxyProvider> providers = new ArrayList<>(ProxyCatalog.ofServices().all());
    providers.add(provider);
    return new ProxyCatalog(providers);
  }

  /** Makes the scores available by the name of their column. */
  private record Provider(ScoreHeader header, Proxy scores) implements ProxyProvider {

    @Override
    public String name() {
      return header.name();
    }

    @Override
    public String summary() {
      return "RMI, computed while searches ask for it: " + header.settings();
    }

    @Override
    public Proxy create(SearchSpace space, DatasetId dataset) {
      if (!space.id().equals(header.space()) || dataset != DatasetId.CIFAR10) {
        throw new IllegalArgumentException(
            "The scores (%s) are of %s on cifar10, not of %s on %s."
                .formatted(name(), header.space(), space.id(), dataset));
      }
      return scores;
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
