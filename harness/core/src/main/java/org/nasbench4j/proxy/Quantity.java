package org.nasbench4j.proxy;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nasbench4j.objective.ColumnObjective;
import org.nasbench4j.objective.Objective;
import org.nasbench4j.objective.TableObjective;
import org.nasbench4j.table.Column;
import org.nasbench4j.table.DatasetId;
import org.nasbench4j.table.MissingRecordException;
import org.nasbench4j.table.Query;
import org.nasbench4j.table.Table;

/**
 * Anything that gives one number per architecture, as plans and the command line name it: a stored
 * accuracy, another stored column, or a proxy that can be computed.
 */
public sealed interface Quantity permits Quantity.Accuracy, Quantity.Named {

  /**
   * Reads {@code dataset:split:schedule[:seeds]} (see {@link Query#parse}) or {@code
   * name[:dataset]}, where the name is of a stored column or a proxy; the data set is {@code
   * cifar10} unless given.
   *
   * @param text for example {@code cifar10:valid:12}, {@code params} or {@code flops:cifar100}
   * @return the quantity
   * @throws IllegalArgumentException if the text is neither
   */
  static Quantity parse(String text) {
    String first = text.split(":", 2)[0];
    String lower = first.toLowerCase(Locale.ROOT);
    boolean accuracy =
        lower.startsWith("cifar10-")
            || Arrays.stream(DatasetId.values()).anyMatch(dataset -> dataset.id().equals(lower));
    if (accuracy) {
      return new Accuracy(Query.parse(text));
    }
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
   * @param query which one
   */
  record Accuracy(Query query) implements Quantity {

    @Override
    public Column column(Table table, ProxyCatalog proxies) {
      return table.accuracy(query);
    }

    @Override
    public Objective objective(Table table, ProxyCatalog proxies) {
      return TableObjective.of(table, query);
    }

    @Override
    public String toString() {
      return query.toString();
    }
  }

  /**
   * A stored column or, where the table has none of that name, a proxy.
   *
   * @param name the column's or proxy's name
   * @param dataset the data set whose networks are meant, for proxies
   */
  record Named(String name, DatasetId dataset) implements Quantity {

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
      return "There is neither a stored column (%s) nor a proxy (%s). There are: %s."
          .formatted(stored(), name, String.join(", ", names));
    }

    @Override
    public String toString() {
      return dataset == DatasetId.CIFAR10 ? name : name + ":" + dataset;
    }
  }
}
