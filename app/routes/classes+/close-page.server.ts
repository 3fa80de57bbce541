import type { ClassFacts } from '~/data/classes/classes.server'
import { testFigures } from '~/data/classes/test-papers.server'
import { testOfPart } from '~/data/classes/tests.server'
import { reader } from '~/data/drills/record-facts.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { countsOf } from '~/domain/classes/class-record'
import { classStateOf } from '~/domain/classes/class-state'
import { refuse } from '~/domain/shared/refusal'
import type { Signed } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import type { ClosePage } from '~/ui/classes/record'
import { drawClass } from '~/usecases/classes/class-drawn.server'
import { unready } from '~/usecases/classes/close-class.server'
import { getLedClass } from '~/usecases/classes/reached-class.server'
import { recordParts, recordRows } from './record-rows.server'

async function openPapersOf({ id, body }: ClassFacts): Promise<ClosePage['openPapers']> {
  const tests = body.parts.filter(({ kind }) => kind === 'test')
  const open = await Promise.all(
    tests.map(async ({ key, name }) => {
      const test = await testOfPart(id, key)
      return { key, name, count: test === null ? 0 : testFigures(test.id).sitting }
    }),
  )
  return open.filter(({ count }) => count > 0)
}

/** What closing a class will put on file of everybody, and what keeps it from being closed. For whoever leads it. */
export async function closePage(ctx: Signed, classId: string): Promise<ClosePage> {
  const { facts } = await getLedClass(ctx, classId)
  const { body, steps } = facts
  const drawn = await drawClass(reader(), facts)
  const state = classStateOf(steps, beginsAt(body), endsAt(body), ctx.now.getTime())
  const isCalledOff = state === 'called-off'
  const isAhead = state === 'ahead' || state === 'running'
  const nameOf = (key: string): string => body.parts.find((part) => part.key === key)?.name ?? key
  const refusal = isCalledOff
    ? refuse('classcall:refusal.calledOff')
    : isAhead
      ? refuse('classcall:refusal.notOver')
      : unready(drawn, nameOf)
  return {
    classId,
    title: body.title,
    late: body.late,
    isClosed: state === 'closed',
    isAgain: steps.some(({ kind }) => kind === 'closed'),
    hindered: refusal === null ? null : translator(ctx.locale).t(refusal.reason, refusal.values ?? {}),
    parts: recordParts(body),
    counts: countsOf(body, drawn.sats),
    guests: drawn.guests.map(({ name }) => name),
    openPapers: await openPapersOf(facts),
    rows: recordRows(body, drawn.sats, drawn.gaps),
  }
}
