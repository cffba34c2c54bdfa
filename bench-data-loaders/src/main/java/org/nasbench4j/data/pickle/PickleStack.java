package org.nasbench4j.data.pickle;

import java.util.ArrayList;
import java.util.List;

/** The values under construction, and the marks between them. */
final class PickleStack {
  private final PickleInput input;
  private final PickleLimits limits;
  private final List<Object> values = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();

  PickleStack(PickleInput input, PickleLimits limits) {
    this.input = input;
    this.limits = limits;
  }

  void push(Object value) {
    input.requireAtMost("a stack", values.size() + 1L, limits.items());
    values.add(value);
  }

  Object peek() {
    if (values.size() <= lastMark()) {
      throw input.site().malformed("the opcode needs a value, but the stack is empty");
    }
    return values.get(values.size() - 1);
  }

  Object pop() {
    Object value = peek();
    values.remove(values.size() - 1);
    return value;
  }

  void mark() {
    input.requireAtMost("a nesting", marks.size() + 1L, limits.depth());
    marks.add(values.size());
  }

  int size() {
    return values.size();
  }

  int marks() {
    return marks.size();
  }

  // The value at a place, counted from the bottom.
  Object get(int place) {
    return values.get(place);
  }

  // Removes the last mark and everything above it, and returns the latter.
  List<Object> popToMark() {
    if (marks.isEmpty()) {
      throw input.site().malformed("the opcode needs a mark, but there is none");
    }
    List<Object> top = values.subList(marks.remove(marks.size() - 1), values.size());
    List<Object> popped = List.copyOf(top);
    top.clear();
    return popped;
  }

  // The result, once nothing else is left.
  Object last() {
    Object value = pop();
    if (!values.isEmpty() || !marks.isEmpty()) {
      throw input.site().malformed("the pickle stops with unused values on the stack");
    }
    return value;
  }

  private int lastMark() {
    return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
  }
}
