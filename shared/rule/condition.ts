/** What a rule looks at: named facts of a case. null or absent: not known, and then no comparison holds. */
export type Fact = string | number | boolean | null
export type Facts = Readonly<Record<string, Fact>>

/** A value in a condition. Numbers of the law are parameters; a plain number stands only for what is no law, for instance 0. */
export type Term =
  | number
  | { fact: string }
  | { parameter: string }
  | { times: readonly [Term, Term] }
  | { plus: readonly [Term, Term] }

export type Comparison = '<' | '<=' | '=' | '>=' | '>'

/** 条件 as data, so that it can be kept, shown and evaluated again. */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  /** A fact that is true. */
  | { is: string }
  /** A switch among the parameters that is on. */
  | { on: string }
  | { known: Term }
  | { fact: string; among: readonly string[] }
  | { compare: readonly [Term, Comparison, Term] }

/** Where a condition finds its values. A parameter of an unknown value is undefined or null. */
export interface Sight {
  facts: Facts
  parameter: (key: string) => number | boolean | null | undefined
}

/** Decimals as people write them: 1.1 × 3 is 3.3, also in binary. Six places are finer than any area or amount here. */
const decimal = (value: number): number => Math.round(value * 1e6) / 1e6

function worth(term: Term, sight: Sight): number | string | null {
  if (typeof term === 'number') return term
  if ('fact' in term || 'parameter' in term) {
    const value = 'fact' in term ? sight.facts[term.fact] : sight.parameter(term.parameter)
    return typeof value === 'number' ? decimal(value) : typeof value === 'string' ? value : null
  }
  const [one, other] = ('times' in term ? term.times : term.plus).map((each) => worth(each, sight))
  if (typeof one !== 'number' || typeof other !== 'number') return null
  return decimal('times' in term ? one * other : one + other)
}

function compares(one: number | string, comparison: Comparison, other: number | string): boolean {
  switch (comparison) {
    case '<':
      return one < other
    case '<=':
      return one <= other
    case '=':
      return one === other
    case '>=':
      return one >= other
    case '>':
      return one > other
  }
}

/** Whether a condition holds. What is not known neither exceeds nor falls short of anything: it is asked for, never guessed. */
export function holds(condition: Condition, sight: Sight): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, sight))
  if ('any' in condition) return condition.any.some((each) => holds(each, sight))
  if ('not' in condition) return !holds(condition.not, sight)
  if ('is' in condition) return sight.facts[condition.is] === true
  if ('on' in condition) return sight.parameter(condition.on) === true
  if ('known' in condition) return worth(condition.known, sight) !== null
  if ('among' in condition) return condition.among.includes(String(sight.facts[condition.fact]))
  const [left, comparison, right] = condition.compare
  const [one, other] = [worth(left, sight), worth(right, sight)]
  return one !== null && other !== null && typeof one === typeof other && compares(one, comparison, other)
}

const namesInTerm = (term: Term): { facts: string[]; parameters: string[] } => {
  if (typeof term === 'number') return { facts: [], parameters: [] }
  if ('fact' in term) return { facts: [term.fact], parameters: [] }
  if ('parameter' in term) return { facts: [], parameters: [term.parameter] }
  return joined(('times' in term ? term.times : term.plus).map(namesInTerm))
}
const joined = (names: { facts: string[]; parameters: string[] }[]) => ({
  facts: [...new Set(names.flatMap(({ facts }) => facts))],
  parameters: [...new Set(names.flatMap(({ parameters }) => parameters))],
})

/** The facts and parameters that a condition reads. */
export function namesIn(condition: Condition): { facts: string[]; parameters: string[] } {
  if ('all' in condition) return joined(condition.all.map(namesIn))
  if ('any' in condition) return joined(condition.any.map(namesIn))
  if ('not' in condition) return namesIn(condition.not)
  if ('is' in condition) return { facts: [condition.is], parameters: [] }
  if ('on' in condition) return { facts: [], parameters: [condition.on] }
  if ('known' in condition) return namesInTerm(condition.known)
  if ('among' in condition) return { facts: [condition.fact], parameters: [] }
  return joined([namesInTerm(condition.compare[0]), namesInTerm(condition.compare[2])])
}
