import { catalogue } from '~/content/catalogue.server'
import { dutyTitle, positionName, sectorName, traitName } from '~/content/duty-lines.server'
import { findAccountNames } from '~/data/accounts/account-names.server'
import { type ClassFacts, classesOf } from '~/data/classes/classes.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import type { Signed } from '~/http/serve.server'
import type { ClassLine, ProgrammePage } from '~/ui/classes/programmes'
import { dutiesNow } from '~/usecases/duties/duties-now.server'
import { programmeLine } from './programme-lines.server'

const lineOf =
  (now: Date) =>
  ({ id, body, steps }: ClassFacts): ClassLine => ({
    id,
    title: body.title,
    on: body.parts.map(({ on }) => on).sort()[0] ?? '',
    state: classStateOf(steps, beginsAt(body), endsAt(body), now.getTime()),
    rooms: body.classrooms.length,
    seats: body.classrooms.reduce((sum, { seats }) => sum + seats, 0),
  })

/** When and by whom the list was frozen; null before. */
export function frozenBy({ steps }: ProgrammeFacts): { at: string; by: string } | null {
  const frozen = steps.find(({ kind }) => kind === 'frozen')
  return frozen === undefined ? null : { at: frozen.at.toISOString(), by: findAccountNames([frozen.by]).get(frozen.by) ?? '' }
}

/** A programme with its classes. The programme must come from a scoped finder. */
export async function programmePage({ now, today, locale }: Signed, programme: ProgrammeFacts): Promise<ProgrammePage> {
  const { body } = programme
  const { vocabulary } = catalogue()
  const topic = vocabulary.evidenceTopics.find(({ id }) => id === body.topic)
  const join = (words: string[]): string => words.join(locale === 'zh' ? '、' : ', ')
  return {
    line: await programmeLine(programme, today),
    topic: topic?.[locale] ?? body.topic,
    duty: dutiesNow().has(body.duty) ? { id: body.duty, title: dutyTitle(body.duty, locale) } : null,
    audience: {
      sectors: join(body.audience.sectors.map((id) => sectorName(id, locale))),
      traits: join(body.audience.traits.map((id) => traitName(id, locale))),
      positions: join(body.audience.positions.map((id) => positionName(id, locale))),
    },
    hours: body.hours,
    parts: body.parts,
    deputies: body.deputies,
    classes: (await classesOf(programme)).map(lineOf(now)),
    frozen: frozenBy(programme),
  }
}
