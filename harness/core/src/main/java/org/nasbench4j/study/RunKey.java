package org.nasbench4j.study;

/**
 * Names one run of a study.
 *
 * @param task the task's name
 * @param method the method's label
 * @param run the run's index, from 0
 */
record RunKey(String task, String method, int run) {}
