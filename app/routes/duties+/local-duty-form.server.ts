import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { topicName, traitName } from '~/content/duty-lines.server'
import { localDutyWords } from '~/content/local-duties.server'
import { positionChoices } from '~/content/position-words.server'
import type { LocalDutyWish } from '~/domain/duties/local-duty'
import { localRhythms } from '~/domain/duties/local-rhythms'
import { inOneLine, withoutUnseen } from '~/domain/shared/plain-text'
import type { FormAnswer, Refused } from '~/domain/shared/refusal'
import { formRefused } from '~/http/forms.server'
import type { Locale } from '~/i18n/config'
import type { LocalDutyForm } from '~/ui/duties/local/local-duty'

const line = (most: number) => z.string().max(most, 'localduties:missing.long').default('').transform(inOneLine)
const needed = (key: string, most: number) => z.string(key).max(most, 'localduties:missing.long').transform(inOneLine)
const many = z.array(z.string().max(80)).max(60, 'localduties:missing.many').default([])
const whole = (key: string, least: number, most: number) => z.number(key).int(key).min(least, key).max(most, key)

/** What the form sends; each fault is a key of the locales. */
export const localDutyForm = z.object({
  title: needed('localduties:missing.title', 60),
  titleEn: line(120),
  plain: needed('localduties:missing.plain', 300),
  plainEn: line(600),
  binds: z.enum(['unit', 'person', 'post'], 'localduties:missing.binds'),
  positions: many,
  traits: many,
  counts: z
    .array(z.string().max(80), 'localduties:missing.counts')
    .min(1, 'localduties:missing.counts')
    .max(60, 'localduties:missing.many'),
  sameUnit: z.boolean().default(false),
  rhythm: z.enum(localRhythms, 'localduties:missing.rhythm'),
  days: whole('localduties:missing.days', 0, 366),
  months: whole('localduties:missing.months', 1, 120).default(12),
  opens: whole('localduties:missing.opens', 0, 366).default(0),
  of: needed('localduties:missing.of', 120),
  quote: z
    .string('localduties:missing.quote')
    .max(500, 'localduties:missing.long')
    .transform((text) => withoutUnseen(text).trim()),
  reading: line(300),
  course: z.string().max(80).default(''),
})

/** Boxes that were ticked, as the page shows them again: their values, parted by spaces. */
export function withTicks(answer: FormAnswer, form: FormData): FormAnswer {
  const ticks = (name: string): string =>
    form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(' ')
  const values = { ...answer.values, positions: ticks('positions'), traits: ticks('traits'), counts: ticks('counts') }
  return { ...answer, values }
}

/** A refusal that keeps what was typed and ticked. */
export const refusedWish = ({ reason, field = '' }: Refused, form: FormData) =>
  formRefused(withTicks({ errors: { [field]: [reason] }, values: typedTexts(form) }, form))

const typedTexts = (form: FormData): Record<string, string> =>
  Object.fromEntries(['placeId', ...Object.keys(localDutyForm.shape)].flatMap((name) => textOf(form, name)))

function textOf(form: FormData, name: string): [string, string][] {
  const typed = form.get(name)
  return typeof typed === 'string' ? [[name, typed]] : []
}

/** An empty form: thirty days, every year, for everybody. */
export const emptyWish: LocalDutyWish = {
  title: '',
  titleEn: '',
  plain: '',
  plainEn: '',
  binds: 'person',
  positions: [],
  traits: [],
  counts: [],
  sameUnit: false,
  rhythm: 'P1Y',
  days: 30,
  months: 12,
  opens: 60,
  of: '',
  quote: '',
  reading: '',
  course: '',
}

type Offered = Pick<LocalDutyForm, 'positions' | 'traits' | 'counts' | 'courses'>

/** What a duty may name, in words: positions, kinds of units, what can be recorded, kind by kind, and courses. */
export function offered(locale: Locale): Offered {
  const { vocabulary, courses } = catalogue()
  const words = localDutyWords()
  const pairs = [...words.counts.keys()].map((value) => ({ value, kind: value.split('/')[0] ?? '', topic: value.split('/')[1] ?? '' }))
  const kinds = [...vocabulary.evidenceKinds.values()].map((kind) => ({
    kind: kind.id,
    label: kind[locale],
    options: pairs.filter((pair) => pair.kind === kind.id).map(({ value, topic }) => ({ value, label: topicName(topic, locale) })),
  }))
  return {
    positions: positionChoices(locale),
    traits: [...words.traits].map((value) => ({ value, label: traitName(value, locale) })),
    counts: kinds.filter(({ options }) => options.length > 0),
    courses: [...courses.values()].map((course) => ({ value: course.id, label: course[locale].title })),
  }
}
