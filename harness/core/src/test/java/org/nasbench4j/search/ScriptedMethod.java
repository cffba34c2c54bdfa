package org.nasbench4j.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nasbench4j.space.Architecture;

/** A search for tests that asks for what it was given and remembers what it was told. */
public final class ScriptedMethod implements SearchMethod {
  private final List<Architecture> script;
  private final Optional<Architecture> answer;
  private final Ending ending;
  private final List<Observation> told = new ArrayList<>();
  private int asked;

  private ScriptedMethod(List<Architecture> script, Optional<Architecture> answer, Ending ending) {
    this.script = List.copyOf(script);
    this.answer = answer;
    this.ending = ending;
  }

  /** The state after a number of observations. */
  private record Ending(State state, int after) {
    private static final Ending NEVER = new Ending(State.SEARCHING, 0);
  }

  /** A search that asks for these in turn, starting over at the end. */
  public static ScriptedMethod of(List<Architecture> script) {
    return new ScriptedMethod(script, Optional.empty(), Ending.NEVER);
  }

  /** The same search with an answer of its own. */
  public ScriptedMethod recommending(Architecture architecture) {
    return new ScriptedMethod(script, Optional.of(architecture), ending);
  }

  /** The same search, which ends by itself after it was told this often. */
  public ScriptedMethod ending(State state, int observations) {
    return new ScriptedMethod(script, answer, new Ending(state, observations));
  }

  /** The same search before its first question. */
  public ScriptedMethod restarted() {
    return new ScriptedMethod(script, answer, ending);
  }

  @Override
  public Architecture ask() {
    return script.get(asked++ % script.size());
  }

  @Override
  public void tell(Observation observation) {
    told.add(observation);
  }

  @Override
  public State state() {
    return told.size() < ending.after() ? State.SEARCHING : ending.state();
  }

  @Override
  public Optional<Architecture> recommend() {
    return answer;
  }

  /** How many architectures it was asked for. */
  public int asked() {
    return asked;
  }

  /** What it was told so far. */
  public List<Observation> told() {
    return List.copyOf(told);
  }
}
