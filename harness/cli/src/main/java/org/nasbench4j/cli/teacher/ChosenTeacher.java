package org.nasbench4j.cli.teacher;

import org.nasbench4j.neural.rmi.StoredTeacher;

/**
 * A reference network and where it came from.
 *
 * @param network its weights, and how it sees images
 * @param sha256 of the bytes that it was read from
 */
public record ChosenTeacher(StoredTeacher network, String sha256) {}
