package org.nasbench4j.cli.supernet;

/** Where searches have their supernets from. */
interface Trainings {

  /** None, for lists of methods. */
  Trainings NONE =
      new Trainings() {
        @Override
        public Learned of(SupernetRecipe recipe) {
          throw new IllegalStateException("There is no folder of supernets.");
        }

        @Override
        public String engine() {
          return "an engine";
        }
      };

  /** A training, which is found or made; others that need it wait. */
  Learned of(SupernetRecipe recipe);

  /** What the networks run on. */
  String engine();
}
