import type { Words } from '../piece'
import { type Answers, nextStep, type StepAnswer } from './answers'
import { type GradedStep, gradeStep, type Mark } from './grade'
import type { HoursVerdict } from './hours'
import { type Choice, groupsOf, type LicenceCard, type Reason, type Scene, type Step } from './scene'

type Language = 'zh' | 'en'

export type ShownCard = Record<'title' | 'category' | 'name' | 'photo' | 'issuer' | 'check', string> & {
  readonly face: number
  readonly until: string | null
}
export type Told = { readonly leads: string | null; readonly because: string; readonly rests: readonly string[] }
export type ShownChoice = {
  readonly id: string
  readonly text: string
  readonly label: string | null
  readonly at: { readonly x: number; readonly y: number } | null
  readonly card: ShownCard | null
  readonly picked: boolean
}
export type ToldChoice = ShownChoice & { readonly mark: Mark; readonly told: Told }

export type AskedStep = {
  readonly step: Step
  readonly groups: readonly { readonly key: string; readonly many: boolean; readonly choices: readonly ShownChoice[] }[]
  readonly from: string
  readonly to: string
}
export type ToldStep = {
  readonly step: Step
  readonly faults: number
  readonly groups: readonly { readonly key: string; readonly many: boolean; readonly choices: readonly ToldChoice[] }[]
  readonly hours: { readonly from: string; readonly to: string; readonly verdict: HoursVerdict; readonly told: Told } | null
}

function shownCard(card: LicenceCard, language: Language): ShownCard {
  const say = (words: Words) => words[language]
  const { title, category, name, photo, issuer, check, face, until } = card
  const said = { title: say(title), category: say(category), name: say(name), photo: say(photo), issuer: say(issuer), check: say(check) }
  return { ...said, face, until }
}

const shownChoice = ({ id, text, label, at, card }: Choice, picked: boolean, language: Language): ShownChoice => ({
  id,
  text: text[language],
  label: label?.[language] ?? null,
  at: at ?? null,
  card: card === undefined ? null : shownCard(card, language),
  picked,
})

const toldOf = ({ leads, because, rests }: Reason, isFault: boolean, language: Language): Told => ({
  leads: isFault ? (leads?.[language] ?? null) : null,
  because: because[language],
  rests,
})

/** A step as it is asked: nothing of its key is in it. `typed` is what was sent and could not be taken. */
export function askedStep(scene: Scene, step: Step, language: Language, typed: StepAnswer | null): AskedStep {
  const groups = groupsOf(scene, step).map(({ key, many, choices }) => {
    const picked = new Set(typed?.picks[key] ?? [])
    return { key, many, choices: choices.map((choice) => shownChoice(choice, picked.has(choice.id), language)) }
  })
  return { step, groups, from: typed?.from ?? '', to: typed?.to ?? '' }
}

/** A step that was handed in, with what follows from each choice and why. */
export function toldStep(scene: Scene, step: Step, answer: StepAnswer, language: Language): ToldStep {
  const graded = gradeStep(scene, step, answer)
  const groups = graded.groups.map(({ key, many, marked }) => ({
    key,
    many,
    choices: marked.map(({ choice, mark }) => ({
      ...shownChoice(choice, mark === 'found' || mark === 'wrong', language),
      mark,
      told: toldOf(choice, mark === 'missed' || mark === 'wrong', language),
    })),
  }))
  return { step, faults: graded.faults, groups, hours: toldHours(scene, answer, graded, language) }
}

function toldHours(scene: Scene, { from, to }: StepAnswer, { hours }: GradedStep, language: Language): ToldStep['hours'] {
  if (hours === null) return null
  const { fits, outside, tooLong } = scene.fill.hours
  const reason = { fits, outside, tooLong, unreadable: outside }[hours]
  return { from, to, verdict: hours, told: toldOf(reason, hours !== 'fits', language) }
}

/** What may be asked now. Null when every step is handed in. */
export function askedNow(scene: Scene, answers: Answers, language: Language, typed: StepAnswer | null): AskedStep | null {
  const step = nextStep(scene, answers)
  return step === null ? null : askedStep(scene, step, language, typed)
}
