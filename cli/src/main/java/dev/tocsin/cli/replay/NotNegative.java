package dev.tocsin.cli.replay;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers from 0 on as options. */
final class NotNegative implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
    if (number < 0) {
      throw new TypeConversionException(text + " is negative");
    }
    return number;
  }
}
