package org.nasbench4j.data.pickle;

import java.io.IOException;

/** The opcodes of pickle protocols 2 to 5, with what each does. */
enum Opcode {
  STOP('.', machine -> {}),
  MARK('(', PickleMachine::mark),
  POP('0', machine -> machine.stack().pop()),
  POP_MARK('1', PickleMachine::popToMark),

  NONE('N', machine -> machine.push(PickleNone.NONE)),
  NEWTRUE(0x88, machine -> machine.push(true)),
  NEWFALSE(0x89, machine -> machine.push(false)),
  BININT('J', machine -> machine.push((long) machine.input().i4())),
  BININT1('K', machine -> machine.push((long) machine.input().u1())),
  BININT2('M', machine -> machine.push((long) machine.input().u2())),
  LONG1(0x8a, machine -> machine.pushInteger(machine.input().u1())),
  LONG4(0x8b, machine -> machine.pushInteger(machine.input().i4())),
  BINFLOAT('G', machine -> machine.push(machine.input().f8())),

  SHORT_BINUNICODE(0x8c, machine -> machine.pushText(machine.input().u1())),
  BINUNICODE('X', machine -> machine.pushText(machine.input().u4())),
  BINUNICODE8(0x8d, machine -> machine.pushText(machine.input().i8())),
  SHORT_BINBYTES('C', machine -> machine.pushBytes(machine.input().u1())),
  BINBYTES('B', machine -> machine.pushBytes(machine.input().u4())),
  BINBYTES8(0x8e, machine -> machine.pushBytes(machine.input().i8())),
  BYTEARRAY8(0x96, machine -> machine.pushBytes(machine.input().i8())),

  EMPTY_TUPLE(')', machine -> machine.tuple(0)),
  TUPLE1(0x85, machine -> machine.tuple(1)),
  TUPLE2(0x86, machine -> machine.tuple(2)),
  TUPLE3(0x87, machine -> machine.tuple(3)),
  TUPLE('t', PickleMachine::tupleToMark),
  EMPTY_LIST(']', machine -> machine.push(new PickleList())),
  APPEND('a', PickleMachine::append),
  APPENDS('e', PickleMachine::appendAll),
  EMPTY_DICT('}', machine -> machine.push(new PickleDict())),
  SETITEM('s', PickleMachine::setItem),
  SETITEMS('u', PickleMachine::setItems),
  EMPTY_SET(0x8f, machine -> machine.push(new PickleSet())),
  ADDITEMS(0x90, PickleMachine::addItems),
  FROZENSET(0x91, PickleMachine::frozenSet),

  BINGET('h', machine -> machine.push(machine.memo().get(machine.input().u1()))),
  LONG_BINGET('j', machine -> machine.push(machine.memo().get(machine.input().u4()))),
  BINPUT('q', machine -> machine.memo().put(machine.input().u1(), machine.stack().peek())),
  LONG_BINPUT('r', machine -> machine.memo().put(machine.input().u4(), machine.stack().peek())),
  MEMOIZE(0x94, machine -> machine.memo().add(machine.stack().peek())),

  GLOBAL('c', machine -> machine.global(machine.input().line(), machine.input().line())),
  STACK_GLOBAL(0x93, PickleMachine::stackGlobal),
  REDUCE('R', PickleMachine::reduce),
  NEWOBJ(0x81, PickleMachine::reduce),
  BUILD('b', PickleMachine::build),
  BINPERSID('Q', PickleMachine::persistentId),
  FRAME(0x95, machine -> machine.input().frame()),

  PROTO(0x80),
  DUP('2'),
  INT('I'),
  LONG('L'),
  FLOAT('F'),
  STRING('S'),
  BINSTRING('T'),
  SHORT_BINSTRING('U'),
  UNICODE('V'),
  LIST('l'),
  DICT('d'),
  GET('g'),
  PUT('p'),
  PERSID('P'),
  INST('i'),
  OBJ('o'),
  NEWOBJ_EX(0x92),
  EXT1(0x82),
  EXT2(0x83),
  EXT4(0x84),
  NEXT_BUFFER(0x97),
  READONLY_BUFFER(0x98);

  /** What an opcode does. */
  @FunctionalInterface
  private interface Action {
    void run(PickleMachine machine) throws IOException;
  }

  private static final Opcode[] BY_CODE = new Opcode[256];

  static {
    for (Opcode opcode : values()) {
      BY_CODE[opcode.code] = opcode;
    }
  }

  private final int code;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Action action;

  Opcode(int code, Action action) {
    this.code = code;
    this.action = action;
  }

  // An opcode that no known benchmark file uses.
  Opcode(int code) {
    this(
        code,
        machine -> {
          throw machine.refused(code);
        });
  }

  // The opcode with a code, which was read last.
  static Opcode of(int code, PickleInput input) {
    Opcode opcode = BY_CODE[code];
    if (opcode == null) {
      throw input.site().malformed("there is no pickle opcode 0x%02x".formatted(code));
    }
    return opcode;
  }

  void run(PickleMachine machine) throws IOException {
    action.run(machine);
  }
}
