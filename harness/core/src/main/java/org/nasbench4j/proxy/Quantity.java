package org.nasbench4j.proxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasbench4j.objective.ColumnObjective;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.objective.Repeats;
import org.nasbench4j.objective.RepeatsObjective;
import org.nasbench4j.objective.TableObjective;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.SeedChoice;
import org.nasbench4j.table.Table;
import org.nasbench4j.word.Neighbours;

/**
 * Anything that gives one number per architecture, as plans and the command line name it: a stored
 * accuracy, another stored column, a proxy that can be computed, or a sum of ranks.
 */
public sealed interface Quantity permits Quantity.Accuracy, Quantity.Named, Quantity.RankSum {

  /**
   * Reads {@code dataset:split:schedule[:seeds]} (see {@link Query#parse}; in the place of the
   * seeds may stand {@code random} or {@code all}, see {@link Repeats}) or {@code name[:dataset]},
   * where the name is of a stored column or a proxy; the data set is {@code cifar10} unless given.
   * Several names joined by {@code +} are a sum of ranks.
   *
   * @param text for example {@code cifar10:valid:12}, {@code params}, {@code flops:cifar100} or
   *     {@code synflow+params}
   * @return the quantity
   * @throws IllegalArgumentException if the text is neither
   */
  static Quantity parse(String text) {
    return text.indexOf('+') < 0 || isAccuracy(text) ? single(text) : RankSum.parse(text);
  }

  private static boolean isAccuracy(String text) {
    String first = text.split(":", 2)[0].toLowerCase(Locale.ROOT);
    return first.startsWith("cifar10-")
        || Arrays.stream(DatasetId.values()).anyMatch(dataset -> dataset.id().equals(first));
  }

  private static Quantity single(String text) {
    if (isAccuracy(text)) {
      return Accuracy.parse(text);
    }
    String first = text.split(":", 2)[0];
    if (first.isEmpty() || text.chars().filter(c -> c == ':').count() > 1) {
      throw new IllegalArgumentException(
          "The measure (%s) must be dataset:split:schedule[:seeds] with a dataset of %s, or the name"
                  .formatted(
                      text,
                      Arrays.stream(DatasetId.values())
                          .map(DatasetId::id)
                          .collect(Collectors.joining(", ")))
              + " of a proxy or stored column, as in params.");
    }
    boolean plain = first.length() == text.length();
    return new Named(
        first, plain ? DatasetId.CIFAR10 : DatasetId.parse(text.substring(first.length() + 1)));
  }

  /**
   * The numbers for all rows of a table.
   *
   * @param table the measurements
   * @param proxies the proxies that can be computed
   * @return the column
   * @throws MissingRecordException if the table does not hold the numbers and no proxy computes
   *     them
   */
  Column column(Table table, ProxyCatalog proxies);

  /**
   * The numbers for some rows of a table, where it matters which are looked at together.
   *
   * @param table the measurements
   * @param proxies the proxies that can be computed
   * @param rows among which ranks are taken
   * @return the column; by default that of all rows, since most numbers stand for themselves
   * @throws MissingRecordException if the table does not hold the numbers and no proxy computes
   *     them
   */
  default Column column(Table table, ProxyCatalog proxies, int[] rows) {
    return column(table, proxies);
  }

  /**
   * Whether the numbers of a whole table are there, or quickly computed.
   *
   * @param table the measurements
   * @param proxies the proxies that can be computed
   * @return false if networks would be trained for them; true (the default) for what is stored
   * @throws MissingRecordException if the table does not hold the numbers and no proxy computes
   *     them
   */
  default boolean isAffordableEverywhere(Table table, ProxyCatalog proxies) {
    return true;
  }

  /**
   * The numbers as what a search optimises.
   *
   * @param table the measurements
   * @param proxies the proxies that can be computed
   * @return the objective
   * @throws MissingRecordException if the table does not hold the numbers and no proxy computes
   *     them
   */
  Objective objective(Table table, ProxyCatalog proxies);

  /**
   * A stored accuracy.
   *
   * @param query which one; of the mean unless the seeds are stated
   * @param repeats what a search pays for and sees of repeated trainings
   */
  record Accuracy(Query query, Repeats repeats) implements Quantity {

    public Accuracy {
      if (repeats != Repeats.STATED && !query.seeds().equals(SeedChoice.MEAN)) {
        throw new IllegalArgumentException(
            "The measure (%s) names a seed, so its repeats cannot be (%s)."
                .formatted(query, repeats));
      }
    }

    /**
     * A stored accuracy with the seeds that the query says.
     *
     * @param query which one
     */
    public Accuracy(Query query) {
      this(query, Repeats.STATED);
    }

    private static Accuracy parse(String text) {
      int last = text.lastIndexOf(':');
      Optional<Repeats> repeats = Repeats.find(text.substring(last + 1));
      return repeats
          .map(known -> new Accuracy(Query.parse(text.substring(0, last)), known))
          .orElseGet(() -> new Accuracy(Query.parse(text)));
    }

    @Override
    public Column column(Table table, ProxyCatalog proxies) {
      if (repeats != Repeats.STATED) {
        throw new IllegalArgumentException(
            "The repeats (%s) of (%s) are for searches. Say mean or one seed."
                .formatted(repeats, this));
      }
      return table.accuracy(query);
    }

    @Override
    public Objective objective(Table table, ProxyCatalog proxies) {
      return repeats == Repeats.STATED
          ? TableObjective.of(table, query)
          : RepeatsObjective.of(table, query.measure(), repeats);
    }

    @Override
    public String toString() {
      return repeats == Repeats.STATED ? query.toString() : query.measure() + ":" + repeats;
    }
  }

  /**
   * A stored column or, where the table has none of that name, a proxy.
   *
   * @param name the column's or proxy's name
   * @param dataset the data set whose networks are meant, for proxies
   */
  record Named(String name, DatasetId dataset) implements Quantity {
    private static final int SUGGESTIONS = 5;

    @Override
    public Column column(Table table, ProxyCatalog proxies) {
      return table.columns().contains(stored())
          ? table.column(stored())
          : new ComputedColumn(table, computed(table, proxies));
    }

    @Override
    public Objective objective(Table table, ProxyCatalog proxies) {
      return table.columns().contains(stored())
          ? ColumnObjective.of(table, stored())
          : new ProxyObjective(toString(), computed(table, proxies));
    }

    @Override
    public boolean isAffordableEverywhere(Table table, ProxyCatalog proxies) {
      return table.columns().contains(stored())
          || computed(table, proxies).isAffordableEverywhere();
    }

    private String stored() {
      return dataset == DatasetId.CIFAR10 ? name : name + "-" + dataset;
    }

    private Proxy computed(Table table, ProxyCatalog proxies) {
      return proxies
          .find(name)
          .orElseThrow(() -> new MissingRecordException(unknown(table, proxies)))
          .create(table.space(), dataset);
    }

    private String unknown(Table table, ProxyCatalog proxies) {
      TreeSet<String> names = new TreeSet<>(table.columns());
      proxies.all().forEach(provider -> names.add(provider.name()));
      return "There is neither a stored column (%s) nor a proxy (%s). Of the %d that there are, the nearest by name: %s. All: nasbench table info, nasbench methods. Scores are read from --scores FILE; nasbench score makes them."
          .formatted(
              stored(),
              name,
              names.size(),
              String.join(", ", Neighbours.of(stored(), names, SUGGESTIONS)));
    }

    @Override
    public String toString() {
      return dataset == DatasetId.CIFAR10 ? name : name + ":" + dataset;
    }
  }

  /**
   * A sum of ranks: of each member the fractional rank of an architecture, 0 for the lowest and 1
   * for the highest value, ties at their middle, minus infinity lowest. Ranks are taken among all
   * architectures that are looked at together: in a search among all of the table.
   *
   * @param members the columns or proxies, at least two
   */
  record RankSum(List<Named> members) implements Quantity {
    private static final String PLUS = "+";

    public RankSum {
      members = List.copyOf(members);
      if (members.size() < 2) {
        throw new IllegalArgumentException(
            "The rank sum (%s) must have at least two members.".formatted(members));
      }
    }

    private static RankSum parse(String text) {
      List<Named> members = new ArrayList<>();
      for (String member : text.split(Pattern.quote(PLUS), -1)) {
        if (!(single(member) instanceof Named named)) {
          throw new IllegalArgumentException(
              "The rank sum (%s) has an accuracy (%s). It can only have proxies and stored columns."
                  .formatted(text, member));
        }
        members.add(named);
      }
      return new RankSum(members);
    }

    @Override
    public Column column(Table table, ProxyCatalog proxies) {
      return column(table, proxies, IntStream.range(0, table.rows()).toArray());
    }

    @Override
    public Column column(Table table, ProxyCatalog proxies, int[] rows) {
      return RankSumColumn.of(
          members.stream().map(member -> member.column(table, proxies)).toList(), rows);
    }

    @Override
    public boolean isAffordableEverywhere(Table table, ProxyCatalog proxies) {
      return members.stream().allMatch(member -> member.isAffordableEverywhere(table, proxies));
    }

    @Override
    public Objective objective(Table table, ProxyCatalog proxies) {
      return RankSumObjective.of(this, table, proxies);
    }

    @Override
    public String toString() {
      return members.stream().map(Named::toString).collect(Collectors.joining(PLUS));
    }
  }
}
