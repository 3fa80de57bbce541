/** What is true of a piece of work. night: it reaches into the night hours; open: the place is open to the public then. */
export type Situation = {
  readonly traits: ReadonlySet<string>
  readonly open: boolean
  readonly night: boolean
  /** Ceilings, lagging, shafts or timber nearby, in which something may go on glowing. */
  readonly hidden: boolean
  readonly gas: boolean
}

/** Everything that it names is true; one that names nothing always is. */
export type Condition = {
  readonly traits?: readonly string[] | undefined
  readonly open?: true | undefined
  readonly night?: true | undefined
  readonly hidden?: true | undefined
  readonly gas?: true | undefined
}

export const holds = (one: Condition, situation: Situation): boolean =>
  (one.traits === undefined || one.traits.some((trait) => situation.traits.has(trait))) &&
  (one.open === undefined || situation.open) &&
  (one.night === undefined || situation.night) &&
  (one.hidden === undefined || situation.hidden) &&
  (one.gas === undefined || situation.gas)

export const anyHolds = (when: readonly Condition[], situation: Situation): boolean => when.some((one) => holds(one, situation))

/** The first of a list that the situation calls for; the last is the one for everything else. */
export function firstFor<T extends { readonly when: readonly Condition[] }>(list: readonly T[], situation: Situation): T {
  const found = list.find(({ when }) => anyHolds(when, situation)) ?? list.at(-1)
  if (found === undefined) throw new Error('a list of rules is empty')
  return found
}

/** The measures that must be taken: those without a condition, and those whose condition is true. */
export const requiredOf = <T extends { readonly when?: readonly Condition[] | undefined }>(
  measures: readonly T[],
  situation: Situation,
): T[] => measures.filter(({ when }) => when === undefined || anyHolds(when, situation))
