import { leading } from '~/domain/duties/leading'
import type { Requirement } from '~/domain/duties/requirement'
import type { DutyLine } from '~/ui/duties/duty-line'
import { dutyLine, dutyTitle, type LineSight } from './duty-lines.server'
import { dutyNow } from './local-duties.server'

/** What a duty asks for; duties of one thing are shown as one line. */
export const thingOf = (dutyId: string): string => dutyNow(dutyId)?.words.thing ?? dutyId

export type Gathered<R extends Requirement> = { thing: string; lead: R; also: readonly R[] }

/** Requirements of one subject, those that ask the same together under the one that leads; in the order they first appear. */
export function gatherByThing<R extends Requirement>(owed: readonly R[]): Gathered<R>[] {
  const groups = new Map<string, R[]>()
  for (const requirement of owed) {
    const { id, binds } = requirement.duty
    const key = `${binds} ${thingOf(id)}`
    groups.set(key, [...(groups.get(key) ?? []), requirement])
  }
  return [...groups.values()].map((group) => {
    const { lead, also } = leading(group)
    return { thing: thingOf(lead.duty.id), lead, also }
  })
}

/** The leading requirement as a line, with the names and clauses of the others beside its own. */
export function gatheredLine({ lead, also }: Pick<Gathered<Requirement>, 'lead' | 'also'>, sight: LineSight): DutyLine {
  const line = dutyLine(lead, sight)
  return {
    ...line,
    why: {
      ...line.why,
      also: also.map(({ duty }) => ({
        duty: duty.id,
        title: dutyTitle(duty.id, sight.locale),
        of: dutyNow(duty.id)?.words.source.of ?? '',
      })),
    },
  }
}
