package org.nasbench4j.data.nasbench101;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.nasbench4j.space.nb101.ModuleHasher;
import org.nasbench4j.space.nb101.Nb101Module;
import org.nasbench4j.table.FilePlace;
import org.nasbench4j.table.Hash128;
import org.nasbench4j.table.MalformedTableException;

/**
 * Checks modules against the hashes that a file gives them, which takes some 20 microseconds each,
 * on other threads while the file is read on. Reading stays at most {@value #MOST_AHEAD} batches
 * ahead: a file of wrong hashes is refused soon, whatever hashes it chose.
 */
final class HashCheck {
  private static final int BATCH = 1_024;
  private static final int MOST_AHEAD = 16;

  private final Path path;
  private final Queue<CompletableFuture<Optional<Claim>>> wrong = new ArrayDeque<>();
  private List<Claim> batch = new ArrayList<>(BATCH);

  HashCheck(Path path) {
    this.path = path;
  }

  /** What a file says at a place. */
  private record Claim(Nb101Module module, Hash128 hash, FilePlace place) {}

  /**
   * Notes what a file says.
   *
   * @param place where it does
   * @throws MalformedTableException if a hash that was noted before is wrong
   */
  void add(Nb101Module module, Hash128 hash, FilePlace place) {
    batch.add(new Claim(module, hash, place));
    if (batch.size() == BATCH) {
      submit();
    }
  }

  private void submit() {
    List<Claim> claims = batch;
    wrong.add(CompletableFuture.supplyAsync(() -> firstWrong(claims)));
    batch = new ArrayList<>(BATCH);
    while (wrong.size() > MOST_AHEAD) {
      requireRight(wrong.remove());
    }
  }

  private static Optional<Claim> firstWrong(List<Claim> claims) {
    ModuleHasher hasher = new ModuleHasher();
    return claims.stream()
        .filter(claim -> !hasher.hash(claim.module()).equals(claim.hash().toString()))
        .findFirst();
  }

  /**
   * Waits for all checks.
   *
   * @throws MalformedTableException if a hash is wrong; the first one is named
   */
  void finish() {
    submit();
    wrong.forEach(this::requireRight);
  }

  private void requireRight(CompletableFuture<Optional<Claim>> firstWrong) {
    firstWrong
        .join()
        .ifPresent(
            claim -> {
              throw new MalformedTableException(
                  path,
                  claim.place(),
                  "the hash of the module %s is %s, but the file says %s"
                      .formatted(
                          claim.module().text(),
                          new ModuleHasher().hash(claim.module()),
                          claim.hash()));
            });
  }
}
