package org.nasbench4j.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a journal holds, and how it speaks of it.
 *
 * @param header the class of its first line, which says what all results have in common
 * @param record the class of the other lines, one for each architecture
 * @param architecture the official index of a record's architecture
 * @param texts everything that a header says, by name, for the message that two differ
 * @param completion fills what the headers of earlier versions do not say
 * @param result the word for one result, for example {@code score}
 * @param command what begins such a journal, for example {@code nasbench score}
 * @param wayOut what to do where headers differ, a sentence
 * @param <H> the header
 * @param <R> a record
 */
public record JournalKind<H, R>(
    Class<H> header,
    Class<R> record,
    ToIntFunction<R> architecture,
    Function<H, Map<String, String>> texts,
    Consumer<ObjectNode> completion,
    String result,
    String command,
    String wayOut) {}
