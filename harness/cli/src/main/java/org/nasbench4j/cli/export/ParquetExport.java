package org.nasbench4j.cli.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.nasbench4j.cli.export.WideColumns.Named;
import org.nasbench4j.io.AtomicFile;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.TableInfo;

/**
 * A table as Parquet: labels are texts, official indices whole numbers, all else doubles; what was
 * not measured is null. Only this class and {@link GzipPages} know the Parquet library.
 */
final class ParquetExport {
  /** Bytes that wait in memory before they are written. */
  private static final long ROW_GROUP = 16L << 20;

  private final RowLabels labels;
  private final List<Named> columns;

  ParquetExport(RowLabels labels, List<Named> columns) {
    this.labels = labels;
    this.columns = columns;
  }

  void write(Path file, ImportProgress progress) throws IOException {
    AtomicFile.create(file, path -> writeTo(path, progress));
  }

  private void writeTo(Path path, ImportProgress progress) throws IOException {
    MessageType schema = schema();
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    int rows = labels.table().rows();
    try (ParquetWriter<Group> writer = writer(path, schema)) {
      for (int row = 0; row < rows; row++) {
        writer.write(group(groups, row));
        progress.advanced(row + 1L, rows);
      }
    }
  }

  private ParquetWriter<Group> writer(Path path, MessageType schema) throws IOException {
    TableInfo info = labels.table().info();
    return ExampleParquetWriter.builder(new LocalOutputFile(path))
        .withConf(new PlainParquetConfiguration())
        .withType(schema)
        .withExtraMetaData(
            Map.of("nasbench4j.table", info.name(), "nasbench4j.content", info.contentHash()))
        .withCompressionCodec(CompressionCodecName.GZIP)
        .withCodecFactory(new GzipPages())
        .withRowGroupSize(ROW_GROUP)
        .build();
  }

  private MessageType schema() {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (String name : labels.names()) {
      if (name.equals(RowLabels.INDEX)) {
        schema.required(PrimitiveTypeName.INT32).named(name);
      } else {
        schema
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(name);
      }
    }
    columns.forEach(column -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name()));
    return schema.named("table");
  }

  private Group group(SimpleGroupFactory groups, int row) {
    Group group = groups.newGroup();
    int field = 0;
    for (String label : labels.of(row)) {
      if (group.getType().getFieldName(field).equals(RowLabels.INDEX)) {
        group.add(field++, Integer.parseInt(label));
      } else {
        group.add(field++, label);
      }
    }
    for (Named named : columns) {
      if (named.column().has(row)) {
        group.add(field, named.column().value(row));
      }
      field++;
    }
    return group;
  }
}
