package org.nasbench4j.data.suitezero;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nasbench4j.data.file.FileDigests;
import org.nasbench4j.data.file.FileKind;
import org.nasbench4j.data.file.WatchedStream;
import org.nasbench4j.table.ImportProgress;
import org.nasbench4j.table.MalformedTableException;
import org.nasbench4j.table.TableContent;
import org.nasbench4j.table.TableContent.AccuracyBlock;
import org.nasbench4j.table.TableContent.MeanBlock;
import org.nasbench4j.table.TableFormat;

/**
 * The format {@code suite-zero}: {@code zc_nasbench201.json} and {@code zc_nasbench101.json} of
 * NAS-Bench-Suite-Zero, as published or in the older form. Every proxy becomes a column, its
 * seconds another; the accuracies come under their true split.
 *
 * <p>The file is streamed; what is kept are the columns. It is read twice, first for its digest;
 * progress is told in bytes.
 *
 * <p>Source: Krishnakumar et al., "NAS-Bench-Suite-Zero: Accelerating Research on Zero Cost
 * Proxies", NeurIPS 2022, and its published files.
 */
public final class SuiteZeroFormat implements TableFormat {
  private static final String FILES = "zc_nasbench201.json and zc_nasbench101.json";
  private static final int BEGINNING = 1 << 10;
  private static final String OBJECT = "\\s*\"[A-Za-z0-9_-]{1,40}\"\\s*:\\s*\\{";
  private static final Pattern START =
      Pattern.compile(
          "\\s*\\{(" + OBJECT + "){1,2}\\s*\"" + SuiteReader.ARCHITECTURE + "\"\\s*:\\s*\\{");

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Creates the format. */
  public SuiteZeroFormat() {}

  @Override
  public String name() {
    return "suite-zero";
  }

  @Override
  public String summary() {
    return "NAS-Bench-Suite-Zero's proxy scores: zc_nasbench201.json or zc_nasbench101.json.";
  }

  @Override
  public boolean recognizes(Path source) throws IOException {
    return FileKind.TEXT
        .beginning(source, BEGINNING)
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .filter(start -> START.matcher(start).lookingAt())
        .isPresent();
  }

  @Override
  public TableContent read(Path source, ImportProgress progress) throws IOException {
    FileKind.TEXT.require(source, FILES);
    String sha256 = FileDigests.of(source).sha256();
    try (InputStream in =
            new WatchedStream(Files.newInputStream(source), progress, Files.size(source));
        JsonParser json = JSON.createParser(in)) {
      SuiteReader reader = new SuiteReader(source, json);
      return content(source.getFileName() + " " + sha256, reader.read(), reader);
    } catch (JsonProcessingException e) {
      throw new MalformedTableException(
          source,
          SuiteReader.place(e.getLocation()),
          "it is no JSON, or breaks off: " + e.getOriginalMessage(),
          e);
    }
  }

  private TableContent content(String source, SuiteScores scores, SuiteReader reader) {
    int[] order = scores.space().order();
    List<AccuracyBlock> accuracies = new ArrayList<>();
    List<MeanBlock> means = new ArrayList<>();
    scores.addAccuracies(order, accuracies, means);
    List<String> notes = new ArrayList<>(scores.notes());
    if (!reader.skipped().isEmpty()) {
      notes.add(
          "Data sets of the file that the benchmark does not have were left out: %s."
              .formatted(String.join(", ", reader.skipped())));
    }
    return new TableContent(
        scores.space().id(),
        name(),
        List.of(source),
        scores.space().names(order),
        accuracies,
        means,
        List.of(),
        List.of(),
        scores.columns(order),
        notes);
  }
}
