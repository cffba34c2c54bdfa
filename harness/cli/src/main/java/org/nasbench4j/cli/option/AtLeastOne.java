package org.nasbench4j.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of things of which there must be one, before anything else is done. */
public final class AtLeastOne implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1) {
      throw new TypeConversionException(
          "(%s) must be a whole number, at least 1 and of at most 9 digits.".formatted(value));
    }
    return Integer.valueOf(value);
  }
}
