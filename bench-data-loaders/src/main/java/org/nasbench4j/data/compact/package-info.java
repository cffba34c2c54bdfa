/**
 * The project's own table format: one HDF5 file of contiguous little-endian arrays, read from a
 * memory mapping, in which every byte that answers a question is covered by a checksum.
 *
 * <h2>Layout</h2>
 *
 * <table>
 * <caption>Datasets</caption>
 * <tr><th>path</th><th>type and shape</th><th>content</th></tr>
 * <tr><td>{@code /header}</td><td>int8 [bytes]</td><td>UTF-8 JSON: the single source of truth</td>
 * </tr>
 * <tr><td>{@code /header_crc32c}</td><td>int32 [1]</td><td>CRC-32C of the bytes of {@code /header}
 * </td></tr>
 * <tr><td>{@code /architectures}</td><td>int32 [rows]</td><td>the official index of each row,
 * ascending; left out if the table holds the whole space: row and index are equal then</td></tr>
 * <tr><td>{@code /correct/*}</td><td>int16 or int32 [epochs, seeds, rows]</td><td>correct answers
 * out of {@code images}; -1 where not measured; int16 if {@code images} is at most 32767</td></tr>
 * <tr><td>{@code /correct-sum/*}</td><td>int32 [2, rows]</td><td>[0] correct answers summed over
 * the trainings, -1 where not measured; [1] the number of trainings</td></tr>
 * <tr><td>{@code /loss/*}</td><td>float32 [epochs, seeds, rows]</td><td>cross-entropy in nats; NaN
 * where not measured</td></tr>
 * <tr><td>{@code /training-epoch-seconds/*}, {@code /evaluation-seconds/*}</td><td>float64 [seeds
 * or 1, rows]</td><td>seconds of one epoch of training, or of one pass over the split</td></tr>
 * <tr><td>{@code /columns/*}</td><td>float64 [rows]</td><td>other numbers, NaN where absent</td>
 * </tr>
 * </table>
 *
 * <h2>Header</h2>
 *
 * <p>{@code format} ({@value org.nasbench4j.data.compact.HeaderJson#FORMAT}), {@code
 * format_version}, {@code space}, {@code source_format}, {@code sources} (list of {@code name
 * sha256}), {@code creator}, {@code notes} (list), {@code content_hash}, {@code rows}, {@code
 * crc_block} (bytes per checksum), {@code architectures} (an array, or left out), {@code blocks}
 * (list), {@code columns} (name to array). An array is {@code path}, {@code type} (NumPy's name),
 * {@code dims}, {@code crc32c} (eight hexadecimal digits per {@code crc_block} bytes). A block is
 * an array with {@code kind} (the group's name), {@code training}, {@code split}, {@code schedule}
 * (epochs), {@code epochs} (list, from 0; empty for times), {@code seeds} (list; empty where the
 * source does not tell them apart), {@code images}, {@code origin} and {@code present} (the number
 * of stored values).
 *
 * <h2>Rules</h2>
 *
 * <p>HDF5's own structures only say where bytes are. Shape, type and length must agree with the
 * header, the header with its checksum, and each block of an array with its checksum before the
 * first value of it is used. A damaged file is refused, or every answer is the one that was
 * written.
 *
 * <p>The content hash is a SHA-256 over everything that answers depend on, see {@link
 * org.nasbench4j.data.compact.ContentHash}. The same content and creator give the same bytes on one
 * platform: no time is written, but the HDF5 library appends its name, operating system and
 * processor after the last structure.
 */
@NullMarked
package org.nasbench4j.data.compact;

import org.jspecify.annotations.NullMarked;
