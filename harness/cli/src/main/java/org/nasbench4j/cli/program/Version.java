package org.nasbench4j.cli.program;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"nasbench " + number()};
  }

  /**
   * The version alone.
   *
   * @return {@code development} outside of a jar
   */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
