import type { Words } from '../piece'

/** Where an explanation rests besides the scene's own sources: the unit's rule, or a way of working that no clause asks for. */
export const ownRests = ['house', 'practice'] as const

/** What follows from a choice, why, and what that rests on (keys of the scene's sources, or one of `ownRests`). */
export type Reason = { readonly leads?: Words | undefined; readonly because: Words; readonly rests: readonly string[] }

/** A licence as it is shown: what is printed on it, the photograph, and what came of checking it. */
export type LicenceCard = {
  readonly title: Words
  readonly category: Words
  readonly name: Words
  readonly face: number
  readonly photo: Words
  readonly until: string | null
  readonly issuer: Words
  readonly check: Words
}

/** Something that may be chosen. `right`: it belongs to the right answer. It never leaves the server whole: see shown-step. */
export type Choice = Reason & {
  readonly id: string
  readonly text: Words
  readonly label?: Words | undefined
  readonly right?: true | undefined
  readonly at?: { readonly x: number; readonly y: number } | undefined
  readonly card?: LicenceCard | undefined
}

/** When the work may be done: between two clock times (past midnight where `closes` is earlier), for at most so many minutes. */
export type Hours = {
  readonly opens: string
  readonly closes: string
  readonly atMost: number
  readonly fits: Reason
  readonly outside: Reason
  readonly tooLong: Reason
}

/** One scene of the hot-work permit trainer, with its key. */
export type Scene = {
  readonly fill: {
    readonly place: readonly Choice[]
    readonly work: readonly Choice[]
    readonly level?: readonly Choice[] | undefined
    readonly hours: Hours
    readonly licence: readonly Choice[]
    readonly guard: readonly Choice[]
    readonly measures: readonly Choice[]
  }
  readonly walk: readonly Choice[]
  readonly missing: readonly Choice[]
  readonly decide: { readonly verdict: readonly Choice[]; readonly first: readonly Choice[] }
  readonly watch?: { readonly looks: readonly Choice[]; readonly when: readonly Choice[] } | undefined
}

export const steps = ['fill', 'walk', 'missing', 'decide', 'watch'] as const
export type Step = (typeof steps)[number]

/** What is asked together: one of its choices, or any number of them. */
export type Group = { readonly key: string; readonly many: boolean; readonly choices: readonly Choice[] }

const one = (key: string, choices: readonly Choice[]): Group => ({ key, many: false, choices })
const many = (key: string, choices: readonly Choice[]): Group => ({ key, many: true, choices })

/** What a step asks, in the order it is asked. */
export function groupsOf(scene: Scene, step: Step): readonly Group[] {
  switch (step) {
    case 'fill': {
      const { place, work, level, licence, guard, measures } = scene.fill
      const levels = level === undefined ? [] : [one('level', level)]
      return [one('place', place), one('work', work), ...levels, one('licence', licence), one('guard', guard), many('measures', measures)]
    }
    case 'walk':
      return [many('spots', scene.walk)]
    case 'missing':
      return [many('lines', scene.missing)]
    case 'decide':
      return [one('verdict', scene.decide.verdict), many('first', scene.decide.first)]
    case 'watch':
      return scene.watch === undefined ? [] : [many('looks', scene.watch.looks), one('when', scene.watch.when)]
  }
}

/** The steps of a scene: where the work may not be done at all, there is nothing to watch afterwards. */
export const stepsOf = (scene: Scene): readonly Step[] => steps.filter((step) => step !== 'watch' || scene.watch !== undefined)

export const isStep = (name: string): name is Step => steps.some((step) => step === name)
